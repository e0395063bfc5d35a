import { Window } from "happy-dom";

const names = ["document", "Node", "Element", "HTMLElement", "Text", "Event", "CustomEvent", "MutationObserver"] as const;

/** Gives a process without a page the names of one, as the tests' environment does. */
export function openPage(): void {
  if ("document" in globalThis) return;
  const window = new Window({ url: "http://localhost:3000/" }) as unknown as Record<string, unknown>;
  for (const name of names) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  Object.defineProperty(globalThis, "window", { value: window, configurable: true, writable: true });
}
