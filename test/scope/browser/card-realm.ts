import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { call } from "../../../src/runtime/call.ts";
import { TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { Native } from "../../../src/runtime/handles.ts";
import type { Live } from "../../../src/runtime/live.ts";
import type { Realm } from "../../../src/runtime/realm.ts";
import { toRecord } from "../../../src/runtime/record.ts";
import { cardScope } from "../../../src/scope/card-scope.ts";
import { createTestLive } from "../../support/live.ts";
import { createTestRealm } from "../../support/realm.ts";

/** A realm with a card's whole scope, and what it reported. */
export interface CardRealm extends Realm {
  readonly reported: Diagnostic[];
}

/** A card of the string target; with `live`, one of a page. */
export function createCard(overrides: Parameters<typeof createTestRealm>[0] = {}): CardRealm {
  const reported: Diagnostic[] = [];
  const realm = createTestRealm({ globals: cardScope, report: (diagnostic) => reported.push(diagnostic), ...overrides });
  return Object.assign(realm, { reported });
}

/** A card of a page. */
export function createLiveCard(overrides: Parameters<typeof createTestRealm>[0] = {}): CardRealm {
  return createCard({ live: createTestLive(), ...overrides });
}

/** What a bare name gives. */
export function nameOf(realm: Realm, name: string): unknown {
  return get(realm, realm.window, name);
}

/** Calls a function in scope, or a method of a value in scope (`sessionStorage.getItem`). */
export function run(realm: Realm, path: string, ...args: unknown[]): unknown {
  const names = path.split(".");
  let self: unknown;
  let value: unknown = realm.window;
  for (const name of names) {
    self = value;
    value = get(realm, value, name);
  }
  return call(realm, value, names.length === 1 ? undefined : self, args, path);
}

/** A function of the template. */
export function fn(body: (...args: unknown[]) => unknown): Native {
  return new Native({ name: "callback", run: (_realm, _self, args) => body(...args) });
}

/** An object of the template whose text can't be had. */
export function untextable(): unknown {
  const refuse = fn(() => {
    throw new TemplateThrow("no text", 0);
  });
  return toRecord([["toString", refuse]]);
}

/** What a call of the template threw: the name and the message of an error, or a thrown value as it is. */
export function thrownBy(realm: Realm, body: () => unknown): unknown {
  try {
    body();
  } catch (failure) {
    if (!(failure instanceof TemplateThrow)) throw failure;
    const { value } = failure;
    return typeof value === "object" ? `${get(realm, value, "name")}: ${get(realm, value, "message")}` : value;
  }
  return undefined;
}

interface Entry {
  readonly due: number;
  readonly run: () => void;
}

/** A page whose time goes on when it is told to. */
export function createClock(): {
  readonly live: Live;
  readonly errors: unknown[];
  readonly waiting: () => number;
  readonly pass: (milliseconds: number) => void;
} {
  const entries = new Set<Entry>();
  const errors: unknown[] = [];
  let now = 0;
  const start = (body: () => void, milliseconds: number) => {
    const entry = { due: now + milliseconds, run: body };
    entries.add(entry);
    return () => void entries.delete(entry);
  };
  return {
    live: createTestLive({ now: () => now, startTimer: start, requestFrame: (body) => start(() => body(now), 16) }),
    errors,
    waiting: () => entries.size,
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = [...entries].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        entries.delete(next);
        now = Math.max(now, next.due);
        try {
          next.run();
        } catch (error) {
          errors.push(error);
        }
      }
      now = end;
    },
  };
}
