import { createTestHost, type TestHost } from "../../src/testing/create-test-host.ts";
import type { TestHostOptions } from "../../src/testing/options.ts";
import { fixtureNow } from "../support/fixture-now.ts";

/** `host.json` of a case: what `createTestHost` takes, as JSON, and what the agent answers to `confirm` and `prompt`. */
export interface HostScript extends Omit<TestHostOptions, "clock"> {
  readonly answers?: readonly (boolean | string | null)[];
}

/** Creates the host of a case, whose clock stands still until a step moves it. */
export function createScriptedHost({ answers = [], ...options }: HostScript): TestHost {
  const host = createTestHost({ ...options, clock: fixtureNow });
  host.answerNotify(...answers);
  return host;
}
