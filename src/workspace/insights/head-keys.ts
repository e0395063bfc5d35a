type Step = (index: number, last: number) => number;

/** Which head of several a key leads to, from the one at `index`. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["ArrowDown", (index, last) => Math.min(index + 1, last)],
  ["ArrowUp", (index) => Math.max(index - 1, 0)],
  ["Home", () => 0],
  ["End", (_, last) => last],
]);

/** Moves the focus between the heads of cards, as in any accordion. Keys that are pressed within a card are the card's. */
export function moveFocus(event: KeyboardEvent, heads: readonly HTMLElement[]): void {
  const index = heads.indexOf(event.target as HTMLElement);
  const step = steps.get(event.key);
  if (index < 0 || step === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  heads[step(index, heads.length - 1)]?.focus();
}
