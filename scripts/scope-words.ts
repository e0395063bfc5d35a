import { readFileSync } from "node:fs";

/** The words for the classes of cost, from the list in a table's docstring: one place to say what they mean. */
export function readCostWords(file: string): readonly (readonly string[])[] {
  const source = readFileSync(file, "utf8");
  const list = source.slice(0, source.indexOf(" */")).replaceAll("\n *  ", " ");
  return [...list.matchAll(/^ \* - (`[^:]+`): (.+)[.;]$/gm)].map(([, name = "", words = ""]) => [name, words]);
}
