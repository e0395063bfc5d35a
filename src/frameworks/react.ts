import { type CSSProperties, createElement, type ReactElement, useEffect, useLayoutEffect, useRef } from "react";
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
  readonly className?: string;
  readonly style?: CSSProperties;
}

/**
 * Shows a card in a React application (17 to 19).
 *
 * It is mounted with its element and unmounted with it. Nothing happens to it when its parent renders again with the same props; a new
 * `template`, `host` or option mounts it afresh. On a server the element is empty, unless `html` says what is in it.
 *
 * @example
 * import { createElement } from "react";
 * import { KView } from "kview/react";
 * const card = createElement(KView, { template, bag, theme: "dark" });
 */
export function KView(props: KViewProps): ReactElement {
  const { template, bag, html, className = "kv-root", style, ...options } = props;
  const wrapper = useRef<HTMLDivElement>(null);
  const seat = useRef<CardSeat>(null);
  // The one object as long as the component lives: React would write another's markup over the card.
  const markup = useRef({ __html: html ?? emptyHtml() });
  // React 17 and 18 warn of layout effects on a server.
  const useCardEffect = typeof HTMLElement === "undefined" ? useEffect : useLayoutEffect;

  useCardEffect(() => {
    seat.current ??= new CardSeat();
    if (wrapper.current !== null) seat.current.show(wrapper.current, { template, bag, options });
  });
  useCardEffect(() => () => seat.current?.remove(), []);

  return createElement("div", {
    ref: wrapper,
    className,
    style,
    dangerouslySetInnerHTML: markup.current,
    // What the server wrote in there is the card's; a page does not have to repeat it in `html`.
    suppressHydrationWarning: true,
  });
}
