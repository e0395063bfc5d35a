import { createElement, type VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Bag } from "../context/bag.ts";
import type { Template } from "../ir/template.ts";
import type { RenderOptions } from "../render/options.ts";
import { CardSeat } from "./card-seat.ts";
import { emptyHtml } from "./empty-html.ts";

/** What `<KView>` takes: a card, and the options of `mount`. */
export interface KViewProps extends RenderOptions {
  readonly template: Template;
  /** Another one updates the card, which keeps its state. */
  readonly bag: Bag;
  /** What `renderToString` gave, where this is rendered on a server. */
  readonly html?: string;
  /** Class of the element around the card; `kv-root` when absent, which keeps inside of it what the card positions. */
  readonly class?: string;
  readonly className?: string;
  readonly style?: string | Readonly<Record<string, string | number>>;
}

/**
 * Shows a card in a Preact application.
 *
 * It is mounted with its element and unmounted with it. Nothing happens to it when its parent renders again with the same props; a new
 * `template`, `host` or option mounts it afresh. On a server the element is empty, unless `html` says what is in it.
 *
 * @example
 * import { h, render } from "preact";
 * import { KView } from "kview/preact";
 * render(h(KView, { template, bag, theme: "dark" }), element);
 */
export function KView(props: KViewProps): VNode {
  const { template, bag, html, className = "kv-root", class: name = className, style, ...options } = props;
  const wrapper = useRef<HTMLDivElement>(null);
  const seat = useRef<CardSeat>(null);
  // Of the first render for good: another's markup would be written over the card.
  const markup = useRef({ __html: html ?? emptyHtml() });

  useLayoutEffect(() => {
    seat.current ??= new CardSeat();
    if (wrapper.current !== null) seat.current.show(wrapper.current, { template, bag, options });
  });
  useLayoutEffect(() => () => seat.current?.remove(), []);

  return createElement("div", { ref: wrapper, class: name, style, dangerouslySetInnerHTML: markup.current }) as VNode;
}
