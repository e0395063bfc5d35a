import { canAct, leaves } from "../../../components/leaves/leaves.ts";
import type { Template } from "../../../ir/template.ts";
import type { FnCode } from "../../../runtime/handles.ts";
import type { Host } from "../../../runtime/host.ts";
import { linkTemplate } from "../../link-template.ts";
import { BlockLinker } from "./block-link.ts";
import { judgeStillness } from "./is-still.ts";

/** A still template linked for the page. */
export interface Blocks {
  readonly script: FnCode;
  /** The same data show the same, whenever they are rendered. */
  readonly isSteady: boolean;
  /** Tells whether its cards are still with a host. */
  readonly isStillWith: (host: Host) => boolean;
  /** A card of it asked for what only a live card has: the others are not tried. */
  isGivenUp: boolean;
}

/** Links a template to blocks; `undefined` where its cards may have a life. */
export function linkBlocks(template: Template): Blocks | undefined {
  const { isStill, isSteady, leaves: names } = judgeStillness(template);
  if (!isStill) return undefined;
  const own = names.map((name) => leaves.get(name));
  return {
    script: linkTemplate(template, new BlockLinker()).script,
    isSteady,
    isStillWith: (host) => !own.some((leaf) => canAct(leaf, host)),
    isGivenUp: false,
  };
}
