import { describe, expect, it } from "vitest";
import { createContext } from "../../src/index.ts";
import { compileCard, runString } from "../support/card.ts";

const source = (turns: string) => `
  const props = {};
  let failed = 0;
  ${turns}
  const sum = (n) => (n === 0 ? 0 : n + sum(n - 1));
  <p>{failed}, {sum(20)}</p>;`;
const attempt = "try { show(<p><Segment {...props}>{{ a: 1 }}</Segment></p>) } catch { failed++ }";

// It is never shown, so that nothing is thrown: what can't be shown fails where it would be.
describe("markup that fails while it is written", () => {
  it.each([
    ["a loop", `const show = (view) => view; for (let i = 0; i < 450; i++) { ${attempt} }`],
    [
      "a generator",
      `function* rows() { for (let i = 0; i < 450; i++) { ${attempt.replace("show(", "yield (")} yield i; } } for (const row of rows()) row;`,
    ],
  ])("leaves no call under way: in %s", (_, turns) => {
    const { template } = compileCard(source(turns));
    expect(runString(template, createContext({ resource: "customer" }), {}).html).toBe("<p>0, 210</p>");
  });
});
