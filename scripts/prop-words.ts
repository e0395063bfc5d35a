import type { PropKind, PropRule } from "../src/compile/component-source.ts";

const words: Readonly<Record<PropKind, string>> = {
  text: "text",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  record: "a record",
};

/** Says what a prop takes. */
export function formatPropRule({ kinds, values = [], icon }: PropRule): string {
  if (icon === true) return "the name of an icon";
  if (kinds === undefined) return "any value, or markup";
  return [...kinds.map((kind) => words[kind]), ...values.map((value) => `\`${value}\``)].join(", ");
}
