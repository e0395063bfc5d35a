import { runInThisContext } from "node:vm";
import type { Template } from "../../src/ir/template.ts";
import { evaluateModule } from "../../src/module.ts";

const printed = new WeakMap<Template, Template>();

/** Gives a template that runs what the module engine prints of it. A script of the host's is no evaluation of text, which the tests forbid. */
export function toPrinted(template: Template): Template {
  let one = printed.get(template);
  if (one === undefined) {
    one = evaluateModule(template, (text) => runInThisContext(text));
    printed.set(template, one);
  }
  return one;
}
