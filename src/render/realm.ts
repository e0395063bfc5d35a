import type { Bag } from "../context/bag.ts";
import { standardKlasses } from "../context/standard-klasses.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Facts, type Program, unnamedView } from "../ir/program.ts";
import type { Template } from "../ir/template.ts";
import { copyData } from "../runtime/copy.ts";
import type { Live } from "../runtime/live.ts";
import type { Realm } from "../runtime/realm.ts";
import type { Rec } from "../runtime/record.ts";
import { createWindow } from "../scope/browser/window.ts";
import { cardScope } from "../scope/card-scope.ts";
import { methodTables } from "../scope/methods.ts";
import type { Settings } from "./options.ts";

/** What a realm asks of a program. */
type ProgramHead = Pick<Program, "name" | "scopeId" | "lines"> & { readonly facts: Pick<Facts, "writes"> };

/** What a realm asks of a template; the workspace around cards has data to format and no template. */
export type RealmSource = Pick<Template, "formatters" | "icons"> & { readonly program: ProgramHead };

/** Makes what one render, or one live card, may know and spend. */
export function createRealm({ program, formatters, icons }: RealmSource, bag: Bag, settings: Settings, live?: Live): Realm {
  const store: Realm["store"] = new Map();
  const parts = toBagParts(program, bag);
  return {
    fuel: settings.limits.fuel,
    depth: 0,
    at: 0,
    result: undefined,
    completion: undefined,
    nodes: 0,
    references: 0,
    written: 0,
    limits: settings.limits,
    name: toStorageName(program),
    lines: program.lines,
    // One by one: a spread makes every render's realm anew, member by member.
    bag: parts.bag,
    data: parts.data,
    resource: parts.resource,
    klasses: parts.klasses,
    component: undefined,
    epoch: 0,
    globals: cardScope,
    methods: methodTables,
    window: createWindow(),
    now: settings.now,
    random: createRandom(settings.seed),
    locale: settings.locale,
    timeZone: settings.timeZone,
    policy: settings.policy,
    styleScope: `[data-kv-root="${toRootId(program, settings)}"]`,
    theme: settings.theme,
    host: settings.host,
    live,
    formatters,
    icons,
    store,
    report: settings.onDiagnostic === undefined ? ignore : toReport(settings.onDiagnostic, live !== undefined, store),
  };
}

/** Names what a card keeps in the host's storage. Views without a name of their own are told apart by their text. */
function toStorageName({ name, scopeId }: ProgramHead): string {
  return name === unnamedView ? scopeId : name;
}

/** The parts of a realm that come from the bag. */
export function toBagParts({ facts }: ProgramHead, bag: Bag): Pick<Realm, "bag" | "data" | "resource" | "klasses"> {
  return {
    // Data is read in place unless the template may write to it (facts.writes); then it gets a copy of its own.
    bag: facts.writes ? (copyData(bag.names) as Rec) : bag.names,
    data: bag.names,
    resource: bag.resource,
    klasses: bag.klasses === standardKlasses ? undefined : bag.klasses,
  };
}

/**
 * Names the root element of a card with styles of its own. The host's prefix is in it, since the rest is a short hash of the template,
 * which a hostile author can make collide with another's.
 */
export function toRootId(program: Pick<Program, "scopeId">, settings: Settings): string {
  return `${settings.policy.idPrefix}-${program.scopeId}`;
}

/** What is reported when the host does not listen: the error card is there for all to see. */
function ignore(_diagnostic: Diagnostic): void {}

/** Findings that one render may report. More would say nothing new, and a card could drown the host in them. */
const mostFindings = 200;

/** What a card has reported since its data were given. */
interface Findings {
  count: number;
  readonly told: Set<string>;
}

const findingsKey = { name: "findings" };

/** Lets a card report anew: it was given other data. */
export function forgetFindings(realm: Realm): void {
  realm.store.delete(findingsKey);
}

/**
 * Gives a report that lets the first findings through, and whatever ended the card. A live card renders again and again: what it leaves
 * out each time is told once, what its code throws each time.
 */
function toReport(onDiagnostic: (diagnostic: Diagnostic) => void, live: boolean, store: Realm["store"]): Realm["report"] {
  return (diagnostic) => {
    const { code, message, span } = diagnostic;
    if (code !== "limit/run" && code !== "run/throw") {
      const findings = (store.get(findingsKey) as Findings | undefined) ?? { count: 0, told: new Set() };
      store.set(findingsKey, findings);
      const finding = `${code} ${span?.start ?? ""} ${message}`;
      if (findings.count >= mostFindings || (live && !code.startsWith("run/") && findings.told.has(finding))) return;
      findings.count++;
      findings.told.add(finding);
    }
    onDiagnostic(diagnostic);
  };
}

/** mulberry32: enough for `Math.random` in a card, and the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
