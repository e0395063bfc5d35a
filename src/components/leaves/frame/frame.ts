import { type ComponentChild, type ComponentChildren, Fragment, h } from "preact";
import { useLeafCard } from "../leaf-card.ts";
import { useReady } from "../use-ready.ts";
import { LiveFrame } from "./live-frame.ts";
import { readPage } from "./page.ts";

interface FrameProps {
  readonly context?: unknown;
  readonly children?: ComponentChildren;
}

/**
 * Lets the page in a frame speak with its card. The frame of a string, its child, is lazy: this one takes its place before the browser has
 * asked for the page, which then is asked for once, with what it needs in its address.
 */
export function Frame({ context, children }: FrameProps): ComponentChild {
  const card = useLeafCard();
  const isReady = useReady();
  const page = readPage(children);
  if (!isReady || page === undefined || card.root.ownerDocument.defaultView === null) return h(Fragment, null, children);
  return h(LiveFrame, { key: page.src, card, page, context });
}
