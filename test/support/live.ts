import type { Live } from "../../src/runtime/live.ts";

/** A page's part of a realm by the platform's timers, for tests of facades alone: nothing of it enters a card. */
export function createTestLive(overrides: Partial<Live> = {}): Live {
  return {
    names: new Map(),
    now: () => Date.now(),
    startTimer: (run, milliseconds) => {
      const handle = setTimeout(run, milliseconds);
      return () => clearTimeout(handle);
    },
    requestFrame: (run) => {
      const handle = setTimeout(() => run(Date.now()), 16);
      return () => clearTimeout(handle);
    },
    ask: async (service) => service(new AbortController().signal),
    show: () => {},
    ...overrides,
  };
}
