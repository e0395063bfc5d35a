import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readTheme } from "../../scripts/theme.js";
import { Workplace } from "./run-cli.ts";

const data = { resource: "customer", customer: { name: "Ada & Co", signedUpAt: "2026-10-02T15:04:05Z" } };
const place = new Workplace({
  "card.kview.jsx": "<p>{customer.name}</p>",
  "date.kview.jsx": "<p>{moment(customer.signedUpAt).fromNow()}</p>",
  "warn.kview.jsx": "<p>{customer.name}{false && custmer.name}</p>",
  "wrong.kview.jsx": "<p>{customer.name</p>",
  "throws.kview.jsx": "<div>\n  <p>{customer.company.name}</p>\n</div>",
  "data.json": JSON.stringify(data),
});

describe("kview render", () => {
  it("prints the HTML", () => {
    expect(place.spawn("render card.kview.jsx --data data.json")).toEqual({ code: 0, stdout: "<p>Ada &amp; Co</p>\n", stderr: "" });
  });

  it("reads the template or the data from standard input", async () => {
    expect(place.spawn("render - --data data.json", "<b>{customer.name}</b>").stdout).toBe("<b>Ada &amp; Co</b>\n");
    expect((await place.kview("render card.kview.jsx --data -", '{"resource":"customer","customer":{"name":"Bo"}}')).stdout).toBe(
      "<p>Bo</p>\n",
    );
    expect((await place.kview("render --data=data.json -- card.kview.jsx")).stdout).toBe("<p>Ada &amp; Co</p>\n");
  });

  it("accepts data with a byte order mark and templates of every shape that render nothing", async () => {
    expect((await place.kview("render card.kview.jsx --data -", `\ufeff${JSON.stringify(data)}`)).stdout).toBe("<p>Ada &amp; Co</p>\n");
    for (const source of ["", "\n", "\ufeff", "(() => {})()", "if (false) { <p /> }"]) {
      expect(await place.kview("render - --data data.json", source)).toEqual({ code: 0, stdout: "\n", stderr: "" });
    }
  });

  it("takes the resource from the option where the data has none", async () => {
    const bare = '{"kobject":{"title":"Order 7"}}';
    expect((await place.kview("render - --data data.json --resource customer", "{}")).code).toBe(0);
    place.write("bare.json", bare);
    expect((await place.kview("render - --data bare.json --resource kobject.order", "<p>{object.title}</p>")).stdout).toBe(
      "<p>Order 7</p>\n",
    );
    expect(await place.kview("render card.kview.jsx --data data.json --resource company")).toMatchObject({
      code: 2,
      stderr: 'kview: data.json: `resource` is "customer", but `--resource` says `company`\n',
    });
  });

  it("renders the same bytes for the same input, whatever the machine's clock, zone and locale", () => {
    const args = "render date.kview.jsx --data data.json --now 2026-10-04T15:04:05Z";
    expect(place.spawn(args).stdout).toBe("<p>2 days ago</p>\n");
    const row = '<Row object="customer" field="signedUpAt" label="Since" value={customer.signedUpAt} />';
    const [utc, vienna] = ["", " --time-zone Europe/Vienna"].map((zone) => place.spawn(`render - --data data.json${zone}`, row).stdout);
    expect(utc).toContain("Oct 2, 2026 3:04 PM");
    expect(vienna).toContain("Oct 2, 2026 5:04 PM");
  });

  it.each(["light", "dark", "device"])("prints a whole page in the %s theme", async (theme) => {
    const { code, stdout } = await place.kview(`render card.kview.jsx --data data.json --theme ${theme} --locale de-at --document`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="de-AT" data-theme="/);
    expect(stdout).toContain(`data-theme="${theme}"`);
    expect(stdout).toContain(readTheme().trimEnd());
    expect(stdout).toContain("<p>Ada &amp; Co</p>");
  });

  it("prints warnings beside the output, which stays clean", async () => {
    const { code, stdout, stderr } = await place.kview("render warn.kview.jsx --data data.json");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "<p>Ada &amp; Co</p>\n" });
    expect(stderr).toMatch(/^warning\[name\/unknown\]: `custmer` .*\n {2}warn\.kview\.jsx:1:29\n/);
    expect(stderr).toContain("did you mean `customer`?");
  });
});

describe("the template at fault: exit code 1 and code frames", () => {
  it.each([
    ["wrong.kview.jsx", /^error\[syntax\/parse\]: .*\n {2}wrong\.kview\.jsx:1:\d+\n 1 \| <p>\{customer\.name<\/p>\n/],
    [
      "throws.kview.jsx",
      /error\[run\/throw\]: .*\n {2}throws\.kview\.jsx:2:\d+\n 1 \| <div>\n 2 \| {3}<p>\{customer\.company\.name\}<\/p>\n/,
    ],
  ])("%s", (name, frame) => {
    const { code, stdout, stderr } = place.spawn(`render ${name} --data data.json`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(frame);
    expect(stderr).toMatch(/\n\n1 error, 0 warnings\n$/);
  });

  it("names a template from standard input", async () => {
    expect((await place.kview("render - --data data.json", "<p>")).stderr).toMatch(/\n {2}stdin:1:\d+\n/);
  });

  it("holds for templates that are too large or too deep", async () => {
    expect(await place.kview("render - --data data.json", `<p>${"x".repeat(600_000)}</p>`)).toMatchObject({ code: 1, stdout: "" });
    for (const deep of [
      "<a>".repeat(5_000),
      "(".repeat(5_000),
      `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
      `${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}`,
    ]) {
      expect(await place.kview("render - --data data.json", deep)).toMatchObject({ code: 1, stdout: "" });
    }
  });

  it("accepts NUL in text and strings", async () => {
    expect((await place.kview("render - --data data.json", "<p>a\u0000b{'c\u0000d'}</p>")).code).toBe(0);
  });
});

describe("data at fault: exit code 2 and one line that says what and where", () => {
  it.each([
    ["", "standard input:1:1: this is no JSON: expected a value, found the end of the text"],
    ["hello", "standard input:1:1: this is no JSON: expected a value, found `h`"],
    ['{\n  "customer": {"name": "Ada",}\n}', "standard input:2:30: this is no JSON: expected a quoted name, found `}`"],
    ["[1, 2]", "standard input: expected a JSON object, found an array"],
    ["null", "standard input: expected a JSON object, found null"],
    ['"x"', "standard input: expected a JSON object, found a string"],
    ["{}", "standard input: resource: expected customer, "],
    ['{"resource":"customer","custmer":{}}', "standard input: createContext: unknown key `custmer`; did you mean `customer`?"],
    ['{"resource":"customer","customer":{"emails":"x"}}', "standard input: customer.emails: expected an array, found a string"],
    [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, "standard input: expected a JSON object, found an array"],
  ])("%.40s", async (text, message) => {
    const { code, stdout, stderr } = await place.kview("render card.kview.jsx --data -", text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kview: [^\n]+\n$/);
    expect(stderr).toContain(`kview: ${message}`);
  });

  it.each([
    ["render card.kview.jsx --data none.json", "cannot read none.json: no such file or directory"],
    ["render none.jsx --data data.json", "cannot read none.jsx: no such file or directory"],
    ["render . --data data.json", "cannot read .: it is a directory"],
    ["render latin1.jsx --data data.json", "latin1.jsx is not UTF-8 text"],
  ])("kview %s", async (args, message) => {
    place.write("latin1.jsx", Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9));
    expect(await place.kview(args)).toEqual({ code: 2, stdout: "", stderr: `kview: ${message}\n` });
  });
});

describe("--out", () => {
  it("writes the file and nothing to standard output", async () => {
    expect(place.spawn("render card.kview.jsx --data data.json --out new.html")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(place.path, "new.html"), "utf8")).toBe("<p>Ada &amp; Co</p>\n");
    expect((await place.kview("render card.kview.jsx --data data.json --out -")).stdout).toBe("<p>Ada &amp; Co</p>\n");
  });

  it("leaves the file as it was, and nothing beside it, when rendering fails", async () => {
    place.write("kept.html", "before");
    const files = place.list();
    for (const name of ["wrong.kview.jsx", "throws.kview.jsx", "none.jsx"]) {
      expect((await place.kview(`render ${name} --data data.json --out kept.html`)).code).not.toBe(0);
      expect((await place.kview(`render ${name} --data data.json --out made.html`)).code).not.toBe(0);
    }
    expect(readFileSync(join(place.path, "kept.html"), "utf8")).toBe("before");
    expect(place.list()).toEqual(files);
  });

  it("replaces a file whole, through a link, and keeps its mode", async () => {
    place.write("target.html", "before".repeat(100));
    chmodSync(join(place.path, "target.html"), 0o640);
    symlinkSync("target.html", join(place.path, "link.html"));
    expect((await place.kview("render card.kview.jsx --data data.json --out link.html")).code).toBe(0);
    expect(readFileSync(join(place.path, "target.html"), "utf8")).toBe("<p>Ada &amp; Co</p>\n");
    expect(statSync(join(place.path, "target.html")).mode & 0o777).toBe(0o640);
  });

  it("says why it can't write", async () => {
    mkdirSync(join(place.path, "folder"), { recursive: true });
    const files = place.list();
    expect(await place.kview("render card.kview.jsx --data data.json --out none/x.html")).toMatchObject({
      code: 2,
      stderr: "kview: cannot write none/x.html: no such file or directory\n",
    });
    expect(await place.kview("render card.kview.jsx --data data.json --out folder")).toMatchObject({
      code: 2,
      stderr: "kview: cannot write folder: it is a directory\n",
    });
    expect(place.list()).toEqual(files);
  });

  it("writes to a device without replacing it", () => {
    expect(place.spawn("render card.kview.jsx --data data.json --out /dev/null")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("a bug of ours: exit code 70", () => {
  it("is told apart from faults of the user", () => {
    // An installation without its style sheet stands for whatever we may have got wrong.
    const broken = join(place.path, "broken");
    cpSync("dist", join(broken, "dist"), { recursive: true });
    cpSync("package.json", join(broken, "package.json"));
    symlinkSync(resolve("node_modules"), join(broken, "node_modules"));
    rmSync(join(broken, "dist/theme.css"));
    const args = [join(broken, "dist/cli/main.js"), "render", "card.kview.jsx", "--data", "data.json", "--document"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: place.path, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 70, stdout: "" });
    expect(stderr).toMatch(/^kview: this is a bug of kview, not of your template\n/);
  });
});

describe("kview render --target", () => {
  it("prints a message, or text", async () => {
    const { code, stdout } = await place.kview("render card.kview.jsx --data data.json --target email");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<table role="presentation" [\s\S]*<p style="margin:0">Ada &amp; Co<\/p>[\s\S]*<\/table>\n$/);
    expect(await place.kview("render card.kview.jsx --data data.json --target text")).toEqual({
      code: 0,
      stdout: "Ada & Co\n",
      stderr: "",
    });
    expect((await place.kview("render card.kview.jsx --data data.json --target html")).stdout).toBe("<p>Ada &amp; Co</p>\n");
  });

  it("prints a whole message, without styles of a page", async () => {
    const { stdout } = await place.kview("render card.kview.jsx --data data.json --target email --document --theme dark --locale de-AT");
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="de-AT">/);
    expect(stdout).toContain('<meta name="color-scheme" content="dark">');
    expect(stdout).not.toMatch(/<style|<script|class=/);
    expect(stdout).toContain("color:#e8eaf0");
  });

  it("refuses what is no target, and documents of text", async () => {
    expect((await place.kview("render card.kview.jsx --data data.json --target mail")).code).toBe(2);
    expect((await place.kview("render card.kview.jsx --data data.json --target text --document")).stderr).toContain(
      "`--document` is for HTML",
    );
  });
});
