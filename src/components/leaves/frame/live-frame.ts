import { type ComponentChild, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { toClock } from "../clock.ts";
import { drawGlyph } from "../glyph.ts";
import type { LeafCard } from "../leaf-card.ts";
import { Channel } from "./channel.ts";
import { toFrameContext } from "./context.ts";
import { type FramePage, toAddress } from "./page.ts";
import { type FrameState, Talk } from "./talk.ts";
import { words } from "./words.ts";

interface LiveFrameProps {
  readonly card: LeafCard;
  readonly page: FramePage;
  readonly context: unknown;
}

/** A frame whose page is shown once it says that it is there. */
export function LiveFrame({ card, page, context }: LiveFrameProps): ComponentChild {
  const [state, setState] = useState<FrameState>({ phase: "waiting", isClosed: false, height: undefined, width: undefined });
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ card, context });
  latest.current = { card, context };
  const [line] = useState(() => connect(card, page, latest, frame, setState));

  useLayoutEffect(() => {
    line.channel.open();
    return () => {
      line.channel.close();
      line.talk.end();
    };
  }, [line]);
  useLayoutEffect(() => line.talk.update(toFrameContext(context, card.resource)));

  const { phase, isClosed, height, width } = state;
  const away = phase !== "shown" ? " kv-frame-away" : isClosed ? " kv-frame-closed" : "";
  return h(
    "div",
    { class: "kv-frame-live" },
    h("iframe", {
      ...page.attributes,
      key: "page",
      ref: frame,
      SRC: line.address,
      CLASS: `kv-frame-page${away}`,
      style: [page.style, height && `height:${height}`, width && `width:${width}`].filter(Boolean).join(";"),
      onLoad: () => line.talk.loaded(),
    }),
    phase === "waiting" ? drawWaiting(page) : phase === "silent" ? drawSilent(card, page) : null,
    phase === "shown" && isClosed ? drawClosed(page, () => card.isActing || line.talk.reopen()) : null,
  );
}

function connect(
  card: LeafCard,
  page: FramePage,
  latest: { readonly current: { readonly card: LeafCard; readonly context: unknown } },
  frame: { readonly current: HTMLIFrameElement | null },
  onChange: (state: FrameState) => void,
) {
  const view = card.root.ownerDocument.defaultView as Window & typeof globalThis;
  const cardId = toRandomName(view);
  const clock = toClock(card);
  const { host } = new URL(page.src);
  const told = new Set<string>();
  // Each reason once: a page could drown the host in them.
  const refuse = (reason: string): void => {
    if (told.has(reason)) return;
    told.add(reason);
    latest.current.card.reportFrame(host, reason);
  };
  const talk = new Talk({
    clock,
    hasHeight: /(?:^|;)\s*height\s*:/.test(page.style),
    post: (message) => channel.post(message),
    greet: () => {
      const { card: now, context } = latest.current;
      return {
        context: toFrameContext(context, now.resource),
        userLocale: now.locale,
        userRoles: [],
        theme: readTheme(frame.current ?? now.root),
      };
    },
    refuse,
    onChange,
  });
  const channel = new Channel({
    view,
    target: () => frame.current?.contentWindow ?? null,
    origin: page.origin,
    cardId,
    clock,
    hear: (message) => talk.hear(message),
    refuse,
  });
  return { talk, channel, address: toAddress(page.src, view.location.origin, cardId) };
}

/** Known to the page that is loaded from the frame's address, and to nobody else: a name that could be told would let others in. */
function toRandomName(view: Window & typeof globalThis): string {
  const bytes = view.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The theme that is seen around an element. */
function readTheme(element: Element): "light" | "dark" {
  const theme = element.closest("[data-theme]")?.getAttribute("data-theme");
  const device = theme === "device" && element.ownerDocument.defaultView?.matchMedia("(prefers-color-scheme: dark)").matches === true;
  return theme === "dark" || device ? "dark" : "light";
}

function drawWaiting({ title, style }: FramePage): ComponentChild {
  const bars = ["wide", "wide", "short"].map((bar, index) => h("span", { key: index, class: `kv-frame-bar kv-frame-bar-${bar}` }));
  return h("div", { class: "kv-frame-waiting", role: "status", style }, h("span", { class: "kv-unseen" }, words.loading(title)), bars);
}

function drawSilent(card: LeafCard, { title, src }: FramePage): ComponentChild {
  const href = card.judgeLink(src);
  const props = { class: "kv-link kv-frame-visit", href, target: "_blank", rel: "noopener noreferrer" };
  return h(
    "p",
    { class: "kv-frame-silent", role: "status" },
    h("span", null, words.silent(title)),
    href === undefined ? null : h("a", props, words.visit, drawGlyph("open")),
  );
}

function drawClosed({ title }: FramePage, open: () => unknown): ComponentChild {
  const props = { type: "button" as const, class: "kv-frame-open", "aria-expanded": "false" as const, onClick: open };
  return h("button", props, words.open(title));
}
