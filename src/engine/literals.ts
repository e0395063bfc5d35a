import type { ArrayLiteral, Expression, RecordLiteral, Spread, Tagged, TemplateLiteral } from "../ir/nodes.ts";
import { chargeArray, chargeJoin } from "../runtime/budget.ts";
import { call } from "../runtime/call.ts";
import { toText } from "../runtime/coerce.ts";
import { copyOwn } from "../runtime/copy-own.ts";
import { arrayExtras, toKey } from "../runtime/get.ts";
import { toList } from "../runtime/iterate.ts";
import type { Realm } from "../runtime/realm.ts";
import { createRecord, type Rec, toRecord } from "../runtime/record.ts";
import { linkReceiver } from "./calls.ts";
import type { Linker, Run, RunList } from "./linker.ts";

export function linkArray(node: ArrayLiteral, linker: Linker): Run {
  // A hole reads as undefined everywhere; arrays of the template are never sparse.
  const items = node.items.map((item): Expression | Spread => item ?? { kind: "constant", span: node.span });
  const list = linker.list(items);
  const cost = 1 + (items.length >>> 3);
  return (frame, realm) => {
    realm.fuel -= cost;
    return list(frame, realm);
  };
}

/** Links a list of values with spreads: array literals and arguments. */
export function linkList(nodes: readonly (Expression | Spread)[], linker: Linker): RunList {
  const runs = nodes.map((node) => linker.expression(node.kind === "spread" ? node.value : node));
  if (!nodes.some((node) => node.kind === "spread")) return linkPlainList(runs);
  const spreads = nodes.map((node) => node.kind === "spread");
  return (frame, realm) => {
    const list: unknown[] = [];
    for (let i = 0; i < runs.length; i++) {
      const value = (runs[i] as Run)(frame, realm);
      if (!spreads[i]) list.push(value);
      else {
        realm.at = nodes[i]?.span[0] ?? 0;
        const more = toList(realm, value);
        chargeArray(realm, list.length + more.length);
        for (const item of more) list.push(item);
      }
    }
    return list;
  };
}

function linkPlainList(runs: readonly Run[]): RunList {
  const [a, b, c] = runs as [Run, Run, Run];
  switch (runs.length) {
    case 0:
      return () => [];
    case 1:
      return (frame, realm) => [a(frame, realm)];
    case 2:
      return (frame, realm) => [a(frame, realm), b(frame, realm)];
    case 3:
      return (frame, realm) => [a(frame, realm), b(frame, realm), c(frame, realm)];
    default:
      return (frame, realm) => {
        const list: unknown[] = [];
        for (let i = 0; i < runs.length; i++) list.push((runs[i] as Run)(frame, realm));
        return list;
      };
  }
}

type Entry = (frame: Parameters<Run>[0], realm: Realm, record: Rec) => void;

export function linkRecord(node: RecordLiteral, linker: Linker): Run {
  const entries = node.entries.map((entry): Entry => {
    if (entry.kind === "spread") {
      const value = linker.expression(entry.value);
      return (frame, realm, record) => copyOwn(realm, value(frame, realm), record);
    }
    const value = linker.expression(entry.value);
    const key = linker.key(entry.key);
    const at = entry.span[0];
    if (typeof key === "string") return (frame, realm, record) => void (record[key] = value(frame, realm));
    return (frame, realm, record) => {
      const computed = key(frame, realm);
      realm.at = at;
      record[toKey(realm, computed)] = value(frame, realm);
    };
  });
  return (frame, realm) => {
    realm.fuel -= 1;
    const record = createRecord();
    for (let i = 0; i < entries.length; i++) (entries[i] as Entry)(frame, realm, record);
    return record;
  };
}

export function linkTemplate(node: TemplateLiteral, linker: Linker): Run {
  const { strings } = node;
  const values = node.values.map((value) => linker.expression(value));
  const at = node.span[0];
  return (frame, realm) => {
    let text = strings[0] as string;
    for (let i = 0; i < values.length; i++) {
      text = joinText(realm, text, (values[i] as Run)(frame, realm), strings[i + 1] as string, at);
    }
    return text;
  };
}

/** Joins a template literal so far, a value of it and what stands behind that. */
export function joinText(realm: Realm, text: string, value: unknown, next: string, at: number): string {
  realm.at = at;
  const part = typeof value === "string" ? value : toText(realm, value);
  if (text.length + part.length > 1024) chargeJoin(realm, text.length + part.length + next.length, Math.min(text.length, part.length));
  return text + part + next;
}

/** Links a tagged template. Its strings are one frozen array for each place and evaluation of the card, as in the language. */
export function linkTagged(node: Tagged, linker: Linker): Run {
  const { callee, name } = linkReceiver(node.tag, linker);
  const values = node.values.map((value) => linker.expression(value));
  const at = node.span[0];
  return (frame, realm) => {
    const target = callee(frame, realm);
    const args: unknown[] = [templateObject(node, realm)];
    for (const value of values) args.push(value(frame, realm));
    realm.at = at;
    return call(realm, target.callee, target.self, args, name);
  };
}

export function templateObject(node: Tagged, realm: Realm): unknown {
  let strings = realm.store.get(node) as unknown[] | undefined;
  if (strings === undefined) {
    strings = node.strings.map((text) => text ?? undefined);
    (strings as unknown as { [arrayExtras]: Rec })[arrayExtras] = Object.freeze(toRecord([["raw", Object.freeze([...node.raw])]]));
    realm.store.set(node, Object.freeze(strings) as unknown[]);
  }
  return strings;
}
