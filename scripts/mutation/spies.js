// What tests of ours use of vitest's `vi`.
import { fn, restoreAllMocks, spyOn } from "@vitest/spy";

const stubbed = new Map();

export const vi = {
  fn,
  spyOn,
  restoreAllMocks,
  stubGlobal(name, value) {
    if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  },
  unstubAllGlobals() {
    for (const [name, before] of stubbed) {
      delete globalThis[name];
      if (before !== undefined) Object.defineProperty(globalThis, name, before);
    }
    stubbed.clear();
  },
};
