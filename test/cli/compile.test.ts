import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTemplate } from "../../src/index.ts";
import { Workplace } from "./run-cli.ts";

const place = new Workplace({
  "card.kview.jsx": "const name = customer.name;\n<p>{name}</p>",
  "wrong.kview.jsx": '<p>\n  {import("x")}\n</p>',
});

describe("kview compile", () => {
  it("prints the program, which loads again", async () => {
    const { code, stdout, stderr } = place.spawn("compile card.kview.jsx");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(loadTemplate(JSON.parse(stdout)).program).toMatchObject({ format: "kview", name: "card.kview.jsx" });
    expect((await place.kview("compile card.kview.jsx --print program")).stdout).toBe(stdout);
    expect(JSON.parse((await place.kview("compile -", "<p />")).stdout)).toMatchObject({ format: "kview", name: "stdin" });
  });

  it.each([
    ["ast", { type: "File" }],
    ["ir", { kind: "function" }],
    ["facts", { writes: false, interactive: false, globals: ["customer"] }],
  ])("prints the stage %s as JSON", async (stage, expected) => {
    const { code, stdout } = await place.kview(`compile card.kview.jsx --print ${stage}`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(expected);
  });

  it("writes to a file", () => {
    expect(place.spawn("compile card.kview.jsx --out card.json")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(place.path, "card.json"), "utf8"))).toMatchObject({ format: "kview" });
  });

  it("reports the faults of a template and writes nothing, whatever the stage", async () => {
    const files = place.list();
    for (const stage of ["ast", "ir", "facts", "program"]) {
      const { code, stdout, stderr } = await place.kview(`compile wrong.kview.jsx --print ${stage} --out ${stage}.json`);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^error\[syntax\/refused\]: .*\n {2}wrong\.kview\.jsx:2:4\n/);
    }
    expect(place.list()).toEqual(files);
  });
});
