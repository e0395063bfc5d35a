import { runInThisContext } from "node:vm";
import { Template } from "../../src/ir/template.ts";
import { printProgram } from "../../src/module/print-module.ts";

const printed = new WeakMap<Template, Template>();

/** Gives a template that runs what the module engine prints of it. A script of the host's is no evaluation of text, which the tests forbid. */
export function toPrinted(template: Template): Template {
  let one = printed.get(template);
  if (one === undefined) {
    one = new Template(template.program, template.natives, template.icons, runInThisContext(printProgram(template.program)));
    printed.set(template, one);
  }
  return one;
}
