import { toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { type Implementation, Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { expectOpaque } from "../intrinsics/arguments.ts";
import { createPrototype } from "../intrinsics/members.ts";
import { createFunctions } from "./facade-functions.ts";

/** An event that the template made. What dispatches it sets where it is, and asks how far it may go. */
export interface EventState {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  /** `null` in events that carry nothing. */
  readonly detail: unknown;
  /** Made by `CustomEvent`. */
  readonly custom: boolean;
  /** Milliseconds of the card's clock. */
  readonly timeStamp: number;
  /** Values of the closed universe, `null` while the event is dispatched nowhere. */
  target: unknown;
  currentTarget: unknown;
  defaultPrevented: boolean;
  /** `stopPropagation` was called: no further target hears of it. */
  stopped: boolean;
  /** `stopImmediatePropagation` was called: no further listener hears of it. */
  ended: boolean;
}

const readable: ReadonlySet<string> = new Set([
  "bubbles",
  "cancelable",
  "currentTarget",
  "defaultPrevented",
  "target",
  "timeStamp",
  "type",
] satisfies (keyof EventState)[]);

/** Events that a template makes itself (DOM, "Interface Event" and "Interface CustomEvent"). */
export const eventType: OpaqueType<EventState> = {
  name: "Event",
  methods: createFunctions({
    preventDefault: (realm, self) => {
      const state = expectOpaque(realm, self, eventType, "preventDefault");
      state.defaultPrevented ||= state.cancelable;
      return undefined;
    },
    stopImmediatePropagation: (realm, self) => {
      const state = expectOpaque(realm, self, eventType, "stopImmediatePropagation");
      state.stopped = true;
      state.ended = true;
      return undefined;
    },
    stopPropagation: (realm, self) => {
      expectOpaque(realm, self, eventType, "stopPropagation").stopped = true;
      return undefined;
    },
  }),
  read: (_realm, state, key) => {
    if (readable.has(key)) return state[key as keyof EventState];
    return key === "detail" && state.custom ? state.detail : undefined;
  },
  write: (realm, state, key) => {
    if (readable.has(key) || (key === "detail" && state.custom)) throwType(realm, `\`${key}\` of an event can't be set`);
    return false;
  },
  classes: ({ custom }) => (custom ? ["CustomEvent", "Event"] : ["Event"]),
};

function readInit(realm: Realm, init: unknown, key: string): unknown {
  if (init === undefined || init === null) return undefined;
  if (typeof init !== "object") throwType(realm, "the second argument of an event has to be an object");
  return get(realm, init, key);
}

function construct(custom: boolean): (realm: Realm, args: readonly unknown[]) => Opaque<EventState> {
  return (realm, args) => {
    if (args.length === 0) throwType(realm, "an event needs a type");
    const [type, init] = args;
    return new Opaque<EventState>(eventType, {
      type: toText(realm, type),
      bubbles: Boolean(readInit(realm, init, "bubbles")),
      cancelable: Boolean(readInit(realm, init, "cancelable")),
      detail: (custom ? readInit(realm, init, "detail") : undefined) ?? null,
      custom,
      timeStamp: realm.live?.now() ?? 0,
      target: null,
      currentTarget: null,
      defaultPrevented: false,
      stopped: false,
      ended: false,
    });
  };
}

function createFacade(name: string, custom: boolean): Native {
  const refuse: Implementation = (realm) => throwType(realm, `${name} has to be called with \`new\``);
  return new Native({
    name,
    length: 1,
    run: refuse,
    make: construct(custom),
    members: new Map([["prototype", createPrototype(name, eventType.methods)]]),
  });
}

/** `Event` and `CustomEvent`. */
export const eventNames: ReadonlyMap<string, Native> = new Map([
  ["CustomEvent", createFacade("CustomEvent", true)],
  ["Event", createFacade("Event", false)],
]);
