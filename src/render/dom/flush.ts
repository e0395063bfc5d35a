import { options } from "preact";
import type { Adapter } from "./adapter.ts";
import { withPlainPrototype } from "./prototype.ts";

/**
 * Has Preact render adapters again, now. Preact would do so in a microtask of its own; a card renders within the entry of the host that
 * changed it, so that it is complete, and its budget spent, when the entry ends. Other components of the page that wait are rendered too.
 */
export function renderNow(adapters: Iterable<Adapter>): void {
  const { debounceRendering } = options;
  let process: (() => void) | undefined;
  try {
    options.debounceRendering = (run) => {
      process = run;
    };
    for (const adapter of adapters) adapter.forceUpdate();
  } finally {
    if (debounceRendering === undefined) delete options.debounceRendering;
    else options.debounceRendering = debounceRendering;
  }
  if (process !== undefined) withPlainPrototype(process);
}
