/** Where a key leads from the item with the focus. */
export type Move = "next" | "previous" | "first" | "last" | "screen-down" | "screen-up" | "collapse";

const moves: ReadonlyMap<string, Move> = new Map<string, Move>([
  ["ArrowDown", "next"],
  ["ArrowUp", "previous"],
  ["Home", "first"],
  ["End", "last"],
  ["PageDown", "screen-down"],
  ["PageUp", "screen-up"],
  ["Escape", "collapse"],
]);

/** Reads a key. With another key held down it is the browser's or the host's; what is made of keys for other scripts is the script's. */
export function toMove({ key, altKey, ctrlKey, metaKey, shiftKey, isComposing }: KeyboardEvent): Move | undefined {
  return altKey || ctrlKey || metaKey || shiftKey || isComposing ? undefined : moves.get(key);
}
