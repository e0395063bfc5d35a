import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Workplace } from "./run-cli.ts";

const place = new Workplace({
  "card.kview.jsx": "<p>{customer.name}</p>",
  "data.json": '{"resource":"customer","customer":{"name":"Ada"}}',
});

describe("help and version", () => {
  it("prints the version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(place.spawn("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("prints help on standard output, for the program and for each command", async () => {
    const program = await place.kview("--help");
    expect(program.code).toBe(0);
    for (const name of ["render", "compile"]) {
      expect(program.stdout).toContain(`\n  ${name} `);
      const own = await place.kview(`${name} --help`);
      expect(own).toMatchObject({ code: 0, stderr: "" });
      expect(own.stdout).toContain(`Usage: kview ${name} TEMPLATE `);
    }
    expect((await place.kview("render card.kview.jsx --help")).code).toBe(0);
  });

  it("lists every option of the commands", async () => {
    const { stdout } = await place.kview("render --help");
    for (const option of [
      "--data FILE",
      "--resource R",
      "--context C",
      "--theme T",
      "--locale L",
      "--time-zone Z",
      "--now ISO",
      "--document",
      "--out FILE",
    ]) {
      expect(stdout).toContain(option);
    }
    expect((await place.kview("compile --help")).stdout).toMatch(/--print WHAT .*ast, ir, facts, program/);
  });
});

describe("usage at fault: exit code 2 and one line", () => {
  const render = "render card.kview.jsx --data data.json";
  it.each([
    ["", "no command given"],
    ["rendr card.kview.jsx", "unknown command `rendr`; did you mean `render`?"],
    ["--verison", "unknown option `--verison`; did you mean `--version`?"],
    ["render", "`--data FILE` is missing"],
    ["render --data data.json", "`TEMPLATE` is missing"],
    ["render card.kview.jsx", "`--data FILE` is missing"],
    [`${render} other.jsx`, "`other.jsx` is one argument too many"],
    [`${render} --thme dark`, "unknown option `--thme`; did you mean `--theme`?"],
    [`${render} -x`, "unknown option `-x`"],
    [`${render} --no-document`, "unknown option `--no-document`"],
    [`${render} --theme`, "`--theme` needs a value"],
    [`${render} --theme --document`, "`--theme` needs a value"],
    [`${render} --theme=`, "`--theme` needs a value"],
    [`${render} --theme drak`, "`--theme` has to be one of light, dark, device, not `drak`; did you mean `dark`?"],
    [
      `${render} --context sidebar`,
      "`--context` has to be one of smartbar-card, smartbar-details, expanded-timeline, create-form, not `sidebar`",
    ],
    [`${render} --document=yes`, "`--document` takes no value"],
    [`${render} --theme dark --theme light`, "`--theme` is given twice"],
    [`${render} --locale nowhere_at_all`, "`--locale` has to be a BCP 47 tag"],
    [`${render} --time-zone Mars/Olympus`, "`--time-zone` has to be an IANA name"],
    [`${render} --now yesterday`, "`--now` has to be an ISO 8601 date-time with zone"],
    [`${render} --now 2026-10-02T15:04:05`, "`--now` has to be an ISO 8601 date-time with zone"],
    [`${render} --now 2026-13-02T15:04:05Z`, "`--now` has to be an ISO 8601 date-time with zone"],
    ["render - --data -", "can't both come from standard input"],
    ["compile", "`TEMPLATE` is missing"],
    ["compile card.kview.jsx --print html", "`--print` has to be one of ast, ir, facts, program, not `html`"],
    ["compile card.kview.jsx --data data.json", "unknown option `--data`"],
  ])("kview %s", async (args, message) => {
    const { code, stdout, stderr } = await place.kview(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kview: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it("prints nothing of an argument that would drive the terminal", async () => {
    expect(place.spawn(["render\u001b[2J"]).stderr).toBe("kview: unknown command `render\u{fffd}[2J`\n");
  });
});
