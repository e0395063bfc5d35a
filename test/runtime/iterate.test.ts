import { describe, expect, it } from "vitest";
import { copyData } from "../../src/runtime/copy.ts";
import { copyOwn } from "../../src/runtime/copy-own.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { closeQuietly, iterate, toList, walkItems } from "../../src/runtime/iterate.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { isRecord, type Rec } from "../../src/runtime/record.ts";
import { throwType } from "../../src/runtime/throw.ts";
import { createNarrowRealm, settle, toOpaque, toRec, unitsOf } from "./parts.ts";

const toRange = (length: number) => Array.from({ length }, (_, i) => i);
/** A value whose table walks a list; `log` is told when it is closed. */
function toWalk(list: readonly unknown[], log: unknown[] = [], close: () => IteratorResult<unknown> = () => ({ done: true, value: 0 })) {
  const finish = () => {
    log.push("closed");
    return close();
  };
  return toOpaque({ iterate: () => Object.assign(list.values(), { return: finish }) }, 0);
}

describe("walking", () => {
  it("lists, texts by their characters, and what has a walk", () => {
    const realm = createNarrowRealm();
    const walked = [[1, 2], "a😀", toWalk([3])].map((value) => {
      const items: unknown[] = [];
      walkItems(realm, value, (item) => items.push(item));
      return items;
    });
    expect(walked).toEqual([[1, 2], ["a", "😀"], [3]]);
  });
  it("a list as it is by then, and never again once it has ended", () => {
    const list = [1];
    const walk = iterate(createNarrowRealm(), list);
    expect(walk.next()).toEqual({ done: false, value: 1 });
    list.push(2);
    expect([walk.next(), walk.next()]).toEqual([
      { done: false, value: 2 },
      { done: true, value: undefined },
    ]);
    list.push(3);
    expect(walk.next()).toEqual({ done: true, value: undefined });
    expect([walk.return, walk.throw]).toEqual([undefined, undefined]);
    const empty = iterate(createNarrowRealm(), []);
    expect([empty.next().done, empty.next().done]).toEqual([true, true]);
  });
  const refused: readonly (readonly [string, unknown, string])[] = [
    ["null", null, "null is not iterable"],
    ["undefined", undefined, "undefined is not iterable"],
    ["a number", 1, "this value is not iterable"],
    ["a record", toRec({ length: 1, 0: 1 }), "this value is not iterable"],
    ["a list of the host's", new Set([1]), "this value is not iterable"],
    ["a value without a walk", toOpaque({}, 0), "this value is not iterable"],
  ];
  it.each(refused)("refuses %s", (_what, value, message) => {
    expect(settle(() => iterate(createNarrowRealm(), value))).toEqual({ TypeError: message });
    expect(settle(() => toList(createNarrowRealm(), value))).toEqual({ TypeError: message });
  });
});

describe("closing", () => {
  const no = (realm: Realm) => throwType(realm, "no");
  it("a walk whose item is refused is closed, and the refusal heard", () => {
    const realm = createNarrowRealm();
    const log: unknown[] = [];
    expect(
      settle(() =>
        walkItems(
          realm,
          toWalk([1], log, () => no(realm)),
          () => throwType(realm, "refused"),
        ),
      ),
    ).toEqual({ TypeError: "refused" });
    expect(log).toEqual(["closed"]);
    walkItems(realm, toWalk([1], log), () => {});
    expect(log).toEqual(["closed"]);
    expect(settle(() => walkItems(realm, [1], () => no(realm)))).toEqual({ TypeError: "no" });
  });
  it("nothing of the template runs after a limit, and a limit while closing is one", () => {
    const log: unknown[] = [];
    const toIterator = (close: () => never) => ({
      next: () => ({ done: true, value: 0 }) as const,
      return: () => {
        log.push("closed");
        return close();
      },
    });
    const stop = () => {
      throw new LimitError("fuel", "no more");
    };
    closeQuietly(toIterator(stop), new LimitError("fuel", "no more"));
    expect(log).toEqual([]);
    expect(settle(() => closeQuietly(toIterator(stop), new TemplateThrow(1, 0)))).toEqual({ limit: "fuel", message: "no more" });
    expect(
      settle(() =>
        closeQuietly(
          toIterator(() => no(createNarrowRealm())),
          new TemplateThrow(1, 0),
        ),
      ),
    ).toBeUndefined();
    expect(log).toEqual(["closed", "closed"]);
  });
});

describe("lists of what is walked", () => {
  it("are new, for a unit an item", () => {
    const realm = createNarrowRealm();
    const given = toRange(4);
    expect([toList(realm, given), toList(realm, "abc"), toList(realm, toWalk([1, 2]))]).toEqual([
      [0, 1, 2, 3],
      ["a", "b", "c"],
      [1, 2],
    ]);
    expect(toList(realm, given)).not.toBe(given);
    expect([given, "abc", toWalk([1, 2])].map((value) => unitsOf(realm, () => toList(realm, value)))).toEqual([4, 3, 2]);
  });
  it("are as long as allowed, and take no more than is there", () => {
    const realm = createNarrowRealm();
    expect([toList(realm, toWalk(toRange(10))), unitsOf(realm, () => toList(realm, toWalk(toRange(10))))]).toEqual([toRange(10), 10]);
    expect(settle(() => toList(realm, toWalk(toRange(11))))).toEqual({
      limit: "arrayLength",
      message: "a collection of 11 entries is too large",
    });
    // What is there already may be longer: a record's own list.
    expect(toList(realm, toRange(11))).toEqual(toRange(11));
    realm.fuel = 8;
    expect(toList(realm, toWalk(toRange(8)))).toEqual(toRange(8));
    expect(settle(() => toList(realm, toWalk([1])))).toEqual({ limit: "fuel", message: "the card used up its steps" });
  });
});

describe("copies", () => {
  it("of data share nothing with it", () => {
    const data = Object.freeze([1, Object.freeze(toRec({ a: Object.freeze(["x"]), b: null })), "y", undefined]);
    const copy = copyData(data) as unknown[];
    expect([isRecord(copy[1]), { ...(copy[1] as Rec) }, copy[0], copy[2], copy[3], copy.length]).toEqual([
      true,
      { a: ["x"], b: null },
      1,
      "y",
      undefined,
      4,
    ]);
    for (const part of [copy, copy[1], (copy[1] as Rec).a]) expect(Object.isFrozen(part)).toBe(false);
    const handle = toOpaque({}, 0);
    expect([copyData(handle), copyData(null), copyData("a")]).toEqual([handle, null, "a"]);
  });
  it("by spread take two units a property and a quarter", () => {
    const spread = (value: unknown) => {
      const realm = createNarrowRealm();
      const record = toRec();
      const failure = settle(() => copyOwn(realm, value, record));
      return [{ ...record }, 1000 - realm.fuel, failure];
    };
    expect(spread(toRec({ a: 1, b: 2, c: 3, d: 4 }))).toEqual([{ a: 1, b: 2, c: 3, d: 4 }, 9, undefined]);
    expect(spread("ab")).toEqual([{ 0: "a", 1: "b" }, 4, undefined]);
    for (const nothing of [null, undefined, 1, toOpaque({}, 0)]) expect(spread(nothing)).toEqual([{}, 0, undefined]);
    expect(spread(toRange(11))).toEqual([{}, 0, { limit: "arrayLength", message: "a collection of 11 entries is too large" }]);
  });
});
