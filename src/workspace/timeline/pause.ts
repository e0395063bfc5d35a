/** What gives way to others, where it is known: Node and its kin, then browsers. */
interface Platform {
  readonly setImmediate?: (run: () => void) => unknown;
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Lets everything else that waits have its turn: requests of a server, events of a page. A timer would take a millisecond at least. */
export function pause(): Promise<void> {
  const { setImmediate, scheduler } = globalThis as Platform;
  if (setImmediate !== undefined) return new Promise((resolve) => void setImmediate(resolve));
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
