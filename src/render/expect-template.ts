import { Template } from "../ir/template.ts";

/** Throws a `TypeError` for an argument that is no compiled template. */
export function expectTemplate(template: unknown): Template {
  if (template instanceof Template) return template;
  throw new TypeError("argument `template` has to be what `compile` or `loadTemplate` gave");
}
