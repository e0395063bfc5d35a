import { isLeafName } from "../../../ir/leaf-name.ts";
import type { AnyNode, ElementNode } from "../../../ir/nodes.ts";
import { platformName } from "../../../ir/platform-name.ts";
import type { Template } from "../../../ir/template.ts";
import { forEachChild } from "../../../ir/walk.ts";
import { elements } from "../../../policy/elements.ts";
import { cardScope } from "../../../scope/card-scope.ts";
import { dependOnOneAnother } from "../../plan-attributes.ts";
import { steadyNames, stillElements, stillNames } from "./still-tables.ts";

/** Props that give an element life, or content of its own making. */
const lively: ReadonlySet<string> = new Set(["dangerouslySetInnerHTML", "children", "ref", "autoFocus"]);

/** What a template can't do, found out by a walk of its own: a program from outside may say what it likes. */
export interface Stillness {
  /** Nothing happens in it once it is rendered: its cards may be blocks, without Preact and without listeners. */
  readonly isStill: boolean;
  /** The same data show the same, whenever they are rendered. */
  readonly isSteady: boolean;
  /** Names of the leaves in it: with a host that they act for, its cards are not still. */
  readonly leaves: readonly string[];
}

/** Judges whether the cards of a template are still. What is not known to be is not. */
export function judgeStillness({ program, natives }: Template): Stillness {
  let isStill = natives.size === 0 && !program.facts.inspects && !program.facts.styled && program.facts.assigned.length === 0;
  let isSteady = true;
  const leaves = new Set<string>();
  const visit = (node: AnyNode): void => {
    if (!isStillNode(node)) isStill = false;
    if (node.kind === "global" && cardScope.has(node.name) && !steadyNames.has(node.name)) isSteady = false;
    if (node.kind === "platform" && isLeafName(node.name)) leaves.add(node.name);
    if (isStill) forEachChild(node, visit);
  };
  for (const code of [program.script, ...Object.values(program.components)]) visit(code);
  return { isStill, isSteady: isStill && isSteady, leaves: [...leaves] };
}

function isStillNode(node: AnyNode): boolean {
  switch (node.kind) {
    case "global":
      // What the scope doesn't have is the data's; what only a page has is refused when it is asked for.
      return node.name === platformName || stillNames.has(node.name) || !cardScope.has(node.name);
    case "function":
      return !node.async;
    case "await":
      return false;
    case "element":
      return isStillElement(node);
    default:
      return true;
  }
}

function isStillElement(node: ElementNode): boolean {
  if (!stillElements.has(node.tag) || dependOnOneAnother(node)) return false;
  if (elements.get(node.tag)?.void && node.children.some(({ kind }) => kind !== "constant")) return false;
  return node.attributes.every(
    (attribute) =>
      attribute.kind === "attribute" &&
      !lively.has(attribute.name) &&
      (!/^on/i.test(attribute.name) || attribute.value.kind === "constant"),
  );
}
