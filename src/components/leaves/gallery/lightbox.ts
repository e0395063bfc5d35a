import { type ComponentChild, Fragment, h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { drawGlyph } from "../glyph.ts";
import type { Picture } from "./thumbnails.ts";
import { words } from "./words.ts";

export interface LightboxProps {
  readonly dialog: HTMLDialogElement;
  /** At least one. */
  readonly pictures: readonly Picture[];
  /** The one to begin with. */
  readonly first: number;
  /** For the name of the picture. No other dialog of the card is open. */
  readonly id: string;
}

/** Pictures one at a time, as large as there is room. */
export function Lightbox({ dialog, pictures, first, id }: LightboxProps): ComponentChild {
  const [chosen, setChosen] = useState(first);
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const last = pictures.length - 1;
  const index = Math.min(chosen, last);
  const picture = pictures[index] as Picture;
  const close = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    dialog.setAttribute("aria-labelledby", id);
    close.current?.focus();
  }, [dialog, id]);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const to = toTarget(event, index, last);
      if (to === undefined) return;
      event.preventDefault();
      setChosen(to);
    };
    dialog.addEventListener("keydown", press);
    return () => dialog.removeEventListener("keydown", press);
  });

  const isBroken = broken.has(picture.src);
  return h(
    Fragment,
    null,
    h(
      "div",
      { class: "kv-lightbox-bar" },
      h(
        "p",
        { class: "kv-lightbox-text", "aria-live": "polite" },
        h("span", { class: "kv-lightbox-name", id }, picture.name),
        last === 0 ? null : h("span", { class: "kv-lightbox-place" }, words.place(index + 1, pictures.length)),
      ),
      drawLink(picture),
      h(
        "button",
        {
          type: "button",
          class: "kv-lightbox-button",
          ref: close,
          "aria-label": words.close,
          title: words.close,
          onClick: () => dialog.close(),
        },
        drawGlyph("close"),
      ),
    ),
    h(
      "div",
      { class: "kv-lightbox-stage" },
      last === 0 ? null : drawStep("previous", index === 0, () => setChosen(index - 1)),
      isBroken
        ? h("p", { class: "kv-lightbox-broken" }, words.broken(picture.name))
        : h("img", {
            // Another element for another picture: the one before would be shown until the next has come.
            key: `${index} ${picture.src}`,
            class: "kv-lightbox-picture",
            src: picture.src,
            alt: picture.name,
            onError: () => setBroken((known) => new Set(known).add(picture.src)),
          }),
      last === 0 ? null : drawStep("next", index === last, () => setChosen(index + 1)),
    ),
  );
}

/** Where keys lead to; `undefined` for keys that lead nowhere. */
function toTarget({ key, altKey, ctrlKey, metaKey, currentTarget }: KeyboardEvent, index: number, last: number): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const dialog = currentTarget as Element;
  const forth = dialog.ownerDocument.defaultView?.getComputedStyle(dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return Math.min(last, Math.max(0, index + (key === forth ? 1 : -1)));
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** At an end the button stays where it is and takes the focus, for whoever walks by keys. */
function drawStep(way: "previous" | "next", isEnd: boolean, step: () => void): ComponentChild {
  const label = words[way];
  return h(
    "button",
    {
      type: "button",
      class: `kv-lightbox-button kv-lightbox-${way}`,
      "aria-label": label,
      title: label,
      "aria-disabled": isEnd ? "true" : undefined,
      onClick: isEnd ? undefined : step,
    },
    drawGlyph(way),
  );
}

function drawLink({ href }: Picture): ComponentChild {
  if (href === undefined) return null;
  const label = words.whole;
  const props = { href, target: "_blank", rel: "noopener noreferrer", "aria-label": label, title: label };
  return h("a", { class: "kv-lightbox-button", ...props }, drawGlyph("open"));
}
