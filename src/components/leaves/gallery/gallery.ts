import { type ComponentChild, type ComponentChildren, cloneElement, Fragment, h } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { useLeafCard } from "../leaf-card.ts";
import { useReady } from "../use-ready.ts";
import { Front, type Opened } from "./front.ts";
import { mapThumbnails, type Picture } from "./thumbnails.ts";

/**
 * Opens the pictures of its children, links around thumbnails, large. They stay links, for whoever wants one in a tab of its own. Only
 * the reader opens a picture: what the template clicks follows the link, as far as a card may.
 */
export function Gallery({ children }: { readonly children?: ComponentChildren }): ComponentChild {
  const card = useLeafCard();
  const isReady = useReady();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);

  const pictures: Picture[] = [];
  const press = (index: number, event: MouseEvent | KeyboardEvent): void => {
    const thumbnail = event.currentTarget as HTMLElement;
    if (card.isActing || !isPlain(event) || !canOpen(card.root)) return;
    event.preventDefault();
    setOpened({ index, thumbnail });
  };
  const thumbnails = mapThumbnails(children, (picture, thumbnail) => {
    const index = pictures.push(picture) - 1;
    const more: Record<string, unknown> = { onClick: (event: MouseEvent) => press(index, event) };
    if (isReady) more["aria-haspopup"] = "dialog";
    // A picture within the data is no place to go to: without a dialog there is nothing to press.
    if (isReady && picture.href === undefined) {
      Object.assign(more, { role: "button", tabindex: 0 });
      more.onKeyDown = (event: KeyboardEvent) => (event.key === "Enter" || event.key === " ") && press(index, event);
    }
    return cloneElement(thumbnail, more);
  });
  const [front] = useState(() => new Front(() => setOpened(undefined)));
  useLayoutEffect(() => front.show(card, pictures, opened));
  useLayoutEffect(() => () => front.end(), [front]);
  return h(Fragment, null, thumbnails);
}

/** Other buttons and keys are for what browsers do with links. */
function isPlain({ defaultPrevented, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): boolean {
  return !(defaultPrevented || altKey || ctrlKey || metaKey || shiftKey);
}

function canOpen(root: Element): boolean {
  const { parentNode, ownerDocument } = root;
  return parentNode !== null && root.isConnected && typeof ownerDocument.createElement("dialog").showModal === "function";
}
