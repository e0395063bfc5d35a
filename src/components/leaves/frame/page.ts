import { type ComponentChildren, toChildArray } from "preact";

/** What a frame shows, as the policy let it pass. */
export interface FramePage {
  readonly src: string;
  readonly title: string;
  /** Origin of the page as the window around it sees it; `null`, as text, where the sandbox keeps it from having one. */
  readonly origin: string;
  /** All attributes of the frame, as props for Preact. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What the template gives as its style. */
  readonly style: string;
}

/** Finds the frame among what a card shows. Read are the attributes that are written to the page: a refused address is none. */
export function readPage(children: ComponentChildren): FramePage | undefined {
  const frame = toChildArray(children).find((child) => typeof child === "object" && child.type === "iframe");
  if (typeof frame !== "object") return undefined;
  const { children: _, ...attributes } = frame.props as Readonly<Record<string, unknown>>;
  const { SRC: src, TITLE: title, SANDBOX: sandbox, style } = attributes;
  if (typeof src !== "string" || !URL.canParse(src)) return undefined;
  const isKept = typeof sandbox !== "string" || sandbox.split(" ").includes("allow-same-origin");
  return {
    src,
    title: typeof title === "string" ? title : "",
    origin: isKept ? new URL(src).origin : "null",
    attributes,
    style: typeof style === "string" ? style : "",
  };
}

/** Puts into a page's address what it needs to speak with the card (`reference/kview.md`, section 5). */
export function toAddress(src: string, parentUrl: string, id: string): string {
  const url = new URL(src);
  url.searchParams.set("parentUrl", parentUrl);
  url.searchParams.set("id", id);
  return url.href;
}
