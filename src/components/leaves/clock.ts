import type { HostClock } from "../../runtime/host.ts";
import type { LeafCard } from "./leaf-card.ts";

const platformClock: HostClock = {
  now: () => performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

/** The clock that what leaves do runs by: the host's, as for all timers of a card. */
export function toClock({ host }: LeafCard): HostClock {
  return host.clock ?? platformClock;
}
