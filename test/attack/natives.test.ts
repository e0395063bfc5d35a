import { describe, expect, it } from "vitest";
import { Bag } from "../../src/context/bag.ts";
import { standardKlasses } from "../../src/context/standard-klasses.ts";
import { createContext } from "../../src/index.ts";
import { linkTemplate } from "../../src/render/link-template.ts";
import { toSettings } from "../../src/render/options.ts";
import { createRealm } from "../../src/render/realm.ts";
import { ViewLinker } from "../../src/render/view-link.ts";
import { call, construct } from "../../src/runtime/call.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { arrayExtras } from "../../src/runtime/get.ts";
import { Fn, Handle, Native, Opaque } from "../../src/runtime/handles.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { isRecord } from "../../src/runtime/record.ts";
import { View } from "../../src/runtime/view.ts";
import { compileCard } from "../support/card.ts";
import { snapshotPrototypes } from "./oracles.ts";

const rounds = Number(process.env.KVIEW_FUZZ_RUNS ?? 12);

/** A template whose value is a list of all that helpers don't expect. */
const hostile = compileCard(`
class C { #p = 1; get g() { throw 1; } toString() { return "zz"; } constructor(a) { this.a = a; } }
class D extends Map {} class E extends Error {} class P extends Promise {} class X extends Date {}
function F(a) { return a; } function* G() { yield 1; yield* [2, 3]; } async function* AG() { yield 1; }
const cycle = { a: 1 }; cycle.self = cycle; const list = [1]; list.push(list); const grown = [3, 1, 2]; const tag = (s) => s;
[undefined, null, true, -0, NaN, -1, 1e21, 2, 0.5, 4294967296, "", "a", "__proto__", "constructor", "a.b[0].__proto__", "2026-01-01", "en-US", "\\ud800",
 [], [1, 2, 3], [[1, 2], ["constructor", 3]], ["a", "__proto__"], {}, { a: { b: [1] } }, { length: 3, 0: "a" }, { length: 4294967295 }, { length: -1 },
 { then: F }, JSON.parse('{"__proto__":{"x":1},"constructor":2}'), cycle, list, { valueOf() { throw new Error("v"); }, toString() { throw new Error("t"); } },
 { toString() { return {}; }, valueOf() { return {}; } }, { valueOf() { Object.freeze(grown); return 1; } }, new C(1), new D([[1, 2]]), new E("e"), new P(() => {}),
 new X(0), new F(1), G(), AG(), Promise.resolve(1), new Map([["a", 1]]), new Set([1]), new WeakMap(), new Date(0), new Date(NaN), /a(b)?/gy, new Error("m", { cause: 1 }),
 new Intl.NumberFormat("en"), moment("2026-01-01"), moment.invalid(), moment.duration(1, "day"), moment.localeData(), _([1, 2]), _.chain({ a: 1 }),
 new URL("https://a.b/c?d=e"), new URLSearchParams("a=b"), C, F, G, AG, (x) => x, () => { throw new Error("cb"); },
 (a, b) => { try { grown.push(1); } catch {} return grown.length > 50 ? undefined : a > b ? -1 : 1; }, F.bind(null, 1), Math, JSON, _, moment, React, Object, window, document,
 Array.prototype, Date, <p>x</p>, <C />, [1].values(), "ab".matchAll(/a/g), "ab".match(/(?<q>a)/), tag\`a\${1}b\`, (function () { return arguments; })(1, 2), localStorage,
 { type: "p", props: { children: "x" }, constructor: undefined }, { style: "currency", currency: "USD" }, { timeZone: "Europe/Berlin" }, { get: F }, { value: 1 }, grown]`);

interface Card {
  readonly realm: Realm;
  readonly values: readonly unknown[];
}

function evaluate(): Card {
  const { names } = createContext({ resource: "customer", customer: { id: "1", list: [3, 1, 2] } });
  const { template } = hostile;
  const realm = createRealm(template, new Bag("", names, standardKlasses), toSettings({ now: "2026-01-02T03:04:05Z" }, new Set()));
  const { script } = template.linked((one) => linkTemplate(one, new ViewLinker()));
  script.invoke(new Fn(script, undefined, realm), realm.bag, []);
  return { realm, values: realm.completion as readonly unknown[] };
}

/** Every helper that a template can name or find on what it holds. */
function findNatives({ realm, values }: Card): ReadonlyMap<Native, string> {
  const found = new Map<Native, string>();
  const add = (value: unknown, trail: string): void => {
    if (!(value instanceof Native) || found.has(value)) return;
    found.set(value, trail);
    for (const [name, member] of [...value.members, ...value.inherited]) add(member, `${trail}.${name}`);
  };
  for (const [name, value] of realm.globals) add(value, name);
  for (const [kind, table] of Object.entries(realm.methods))
    for (const [name, method] of table as Map<string, Native>) add(method, `${kind}#${name}`);
  for (const value of [...values, ...realm.globals.values()])
    if (value instanceof Opaque) for (const [name, method] of value.type.methods) add(method, `${value.type.name}#${name}`);
  return found;
}

/** Calls every helper with hostile receivers and arguments, the same ones in every run; hears of each result. */
function callAll(card: Card, hear: (value: unknown, trail: string) => void): void {
  const { realm, values } = card;
  let state = 7;
  const dice = (below: number) => Math.floor(((state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648) * below);
  const pick = <T>(list: readonly T[]) => list[dice(list.length)] as T;
  for (const [native, trail] of findNatives(card)) {
    const [owner] = trail.split("#");
    const fitting = values.filter((value) => value instanceof Opaque && value.type.name === owner);
    for (let round = 0; round < rounds; round++) {
      realm.fuel = 20_000;
      const args = Array.from({ length: dice(5) }, () => pick(values));
      const self = fitting.length > 0 && dice(5) > 0 ? pick(fitting) : pick(values);
      for (const run of [native.run && (() => call(realm, native, self, args)), native.make && (() => construct(realm, native, args))]) {
        try {
          hear(run?.(), trail);
        } catch (error) {
          if (error instanceof TemplateThrow) hear(error.value, `${trail} throws`);
          else if (!(error instanceof LimitError)) throw new Error(`${trail} threw ${error}`);
        }
      }
    }
  }
}

const plain: ReadonlySet<string> = new Set(["undefined", "boolean", "number", "string"]);

/** Visits the objects of a value, down to what no template can look into. */
function visit(value: unknown, see: (value: object, closed: boolean) => void, seen = new Set<unknown>(), level = 0): void {
  if (plain.has(typeof value) || value === null || seen.has(value) || level > 8) return;
  seen.add(value);
  const open = Array.isArray(value) || isRecord(value);
  see(value as object, open || value instanceof Handle || value instanceof View);
  if (!open) return;
  visit((value as { [arrayExtras]?: object })[arrayExtras], see, seen, level + 1);
  for (const item of Object.values(value as object).slice(0, 200)) visit(item, see, seen, level + 1);
}

describe("every helper, called with all that it does not expect", { timeout: 60_000 }, () => {
  it("gives and throws values of the closed universe, changes nothing shared, and never fails as the host does", () => {
    const expectUnchanged = snapshotPrototypes();
    const leaks = new Set<string>();
    callAll(evaluate(), (value, trail) =>
      visit(value, (object, closed) => closed || leaks.add(`${trail}: ${Object.prototype.toString.call(object)}`)),
    );
    expect([...leaks]).toEqual([]);
    expectUnchanged();
  });

  it("gives two cards of one template nothing that both could write to", () => {
    const seen = [new Map<object, string>(), new Map<object, string>()] as const;
    for (const found of seen) {
      const card = evaluate();
      const note = (trail: string) => (object: object) => {
        const fixed = (object instanceof Native && object.extra === undefined) || (!(object instanceof Handle) && Object.isFrozen(object));
        if (!fixed) found.set(object, trail);
      };
      for (const value of card.realm.globals.values()) visit(value, note("a name in scope"));
      callAll(card, (value, trail) => visit(value, note(trail)));
    }
    expect([...seen[0]].filter(([object]) => seen[1].has(object)).map(([, trail]) => trail)).toEqual([]);
    expect(seen[0].size).toBeGreaterThan(1_000);
  });
});
