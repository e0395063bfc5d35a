import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, loadTemplate } from "../../src/index.ts";
import { runCandidate } from "../support/language/candidate.ts";
import { runReference } from "../support/language/reference.ts";

const root = "fixtures/program";

/** Programs that use what only strict code has (`this` without a receiver, writes that fail) say so in their first line. */
const strictOnly = "// strict\n";

// Dates of programs are local dates too: those of the reference have to be in our default zone.
process.env["TZ"] = "UTC";

describe.each(readdirSync(root))("programs about %s", (topic) => {
  const folder = join(root, topic);
  it.each(readdirSync(folder).map((file) => file.replace(/\.js$/, "")))("%s", async (name) => {
    const source = readFileSync(join(folder, `${name}.js`), "utf8");
    const expected = await runReference(source, "strict");
    if (!source.startsWith(strictOnly)) expect(await runReference(source, "sloppy"), "strict and sloppy agree").toEqual(expected);
    expect(await runCandidate(source)).toEqual(expected);
  });
});

it("programs can be stored as JSON and are valid when they are loaded again", () => {
  for (const topic of readdirSync(root)) {
    for (const file of readdirSync(join(root, topic))) {
      const result = compile(readFileSync(join(root, topic, file), "utf8"));
      if (!result.ok) throw new Error(`${topic}/${file} does not compile`);
      const { program } = result.template;
      expect(loadTemplate(JSON.parse(JSON.stringify(program))).program, `${topic}/${file}`).toEqual(program);
    }
  }
});
