import { charge } from "../../runtime/budget.ts";
import { exportValue } from "../../runtime/export.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createTable } from "./members.ts";

/** What one line of a log may hold: enough to look at, too little to fill a disk. */
const caps = { depth: 5, entries: 500, textLength: 2_000 };
const mostArguments = 20;
/** Units of a line: what a host does with it, in a browser's console say, takes longer than a call. */
const lineCost = 200;

/**
 * Hands a line to the host's `log(level, values)`. The host gets copies, cut in size: nothing that it does with them
 * reaches the template, and nothing that the template keeps can be changed by it. Without a `log` the line is dropped.
 */
function send(realm: Realm, level: string, args: readonly unknown[]): undefined {
  const { log } = realm.host;
  if (typeof log !== "function") return undefined;
  charge(realm, lineCost);
  const values = args.slice(0, mostArguments).map((arg) => exportValue(realm, arg, caps));
  try {
    log(level, values);
  } catch {
    // A log that fails is the host's affair; its error must not reach the template.
  }
  return undefined;
}

function level(name: string): Implementation {
  return (realm, _self, args) => send(realm, name, args);
}

const nothing: Implementation = () => undefined;

/** `console`. Timers and counters show nothing: a clock is an input of the render, not of the template. */
export const consoleFacade = new Native({
  name: "console",
  members: createTable("console", {
    assert: (realm, _self, [condition, ...args]) => (condition ? undefined : send(realm, "error", ["Assertion failed", ...args])),
    clear: nothing,
    count: nothing,
    countReset: nothing,
    debug: level("debug"),
    dir: (realm, _self, [value]) => send(realm, "log", [value]),
    dirxml: level("log"),
    error: level("error"),
    group: level("log"),
    groupCollapsed: level("log"),
    groupEnd: nothing,
    info: level("info"),
    log: level("log"),
    table: (realm, _self, [value]) => send(realm, "table", [value]),
    time: nothing,
    timeEnd: nothing,
    timeLog: nothing,
    trace: level("debug"),
    warn: level("warn"),
  }),
});
