import fc from "fast-check";
import { Choices } from "../support/language/choices.ts";
import { checkSource } from "./check-card.ts";
import { writeHostile, writeMarkup } from "./hostile-programs.ts";
import { defineTarget } from "./target.ts";

const around = `const o = {}, list = [1, "a"], text = "t";
function f(...p) { return p[0]; }
class C extends React.Component { render() { return this.props.children ?? null; } }
`;

function writeTemplate(numbers: readonly number[]): string {
  const choices = new Choices(numbers);
  const statements = choices.several(0, 3, () => {
    const value = writeHostile(choices);
    return choices.from([
      `${value.startsWith("{") ? `(${value})` : `0, ${value}`};`,
      `try { ${value}; } catch (e) { f(e); }`,
      `if (${value}) o.a = ${value};`,
    ]);
  });
  return `${around}${statements.join("\n")}\n<div>${writeMarkup(choices)}{${writeHostile(choices)}}</div>`;
}

/** Templates that reach for what they must not: names of the scope with odd receivers, words of prototypes, endless work, markup that runs. */
export const hostile = defineTarget({
  name: "hostile",
  about: "hostile templates stay within the sandbox, the policy and the budget, on both targets alike",
  sample: 15,
  weight: 3,
  extension: "jsx",
  inputs: fc.noBias(fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 260, size: "max" })).map(writeTemplate),
  check: (source) => checkSource(source, { resource: "customer", customer: { name: "Ada", tags: ["a"], custom: { noteTxt: "n" } } }),
});
