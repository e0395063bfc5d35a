import { describe, expect, it } from "vitest";
import { call } from "../../../src/runtime/call.ts";
import { LimitError } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import type { StorageArea } from "../../../src/runtime/host.ts";
import { hasProperty, isInstanceOf, ownKeys } from "../../../src/runtime/keys.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { remove, set } from "../../../src/runtime/set.ts";
import { toNamespace } from "../../../src/scope/browser/storage-area.ts";
import { evaluate } from "../../support/evaluate.ts";
import { createCard, createLiveCard, nameOf, run, thrownBy, untextable } from "./card-realm.ts";

/** A host's area over a map that a test can look into. */
function createArea(entries = new Map<string, string>()): { readonly entries: Map<string, string>; readonly area: StorageArea } {
  return {
    entries,
    area: {
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, value),
      removeItem: (key) => void entries.delete(key),
      key: (index) => [...entries.keys()][index] ?? null,
      get length() {
        return entries.size;
      },
    },
  };
}

const places = [
  ["in memory", () => createCard()],
  ["in memory, in a page", () => createLiveCard()],
  ["in the host's area", () => createCard({ host: { storage: { local: createArea().area, session: createArea().area } } })],
] as const;

describe.each(places)("storage %s", (where, create) => {
  it("keeps texts by key", () => {
    const realm = create();
    const area = nameOf(realm, "sessionStorage");
    expect(nameOf(realm, "sessionStorage")).toBe(area);
    expect(run(realm, "sessionStorage.getItem", "token")).toBe(null);
    run(realm, "sessionStorage.setItem", "token", 5);
    run(realm, "sessionStorage.setItem", "a b", null);
    run(realm, "sessionStorage.setItem", 7, createRecord());
    expect(run(realm, "sessionStorage.getItem", "token")).toBe("5");
    expect(run(realm, "sessionStorage.getItem", "a b")).toBe("null");
    expect(run(realm, "sessionStorage.getItem", "7")).toBe("[object Object]");
    expect(get(realm, area, "length")).toBe(3);
    expect([0, 1, 2, 3, -1].map((index) => run(realm, "sessionStorage.key", index))).toEqual(["token", "a b", "7", null, null]);
    run(realm, "sessionStorage.removeItem", "token");
    expect(run(realm, "sessionStorage.getItem", "token")).toBe(null);
    expect(run(realm, "localStorage.getItem", "a b")).toBe(null);
    run(realm, "sessionStorage.clear");
    expect(get(realm, area, "length")).toBe(0);
  });

  it("answers as properties", () => {
    const realm = create();
    const area = nameOf(realm, "localStorage");
    set(realm, area, "token", 1);
    set(realm, area, "a b", "two");
    expect([get(realm, area, "token"), get(realm, area, "a b"), get(realm, area, "none")]).toEqual(["1", "two", undefined]);
    expect(run(realm, "localStorage.getItem", "token")).toBe("1");
    expect([hasProperty(realm, "token", area), hasProperty(realm, "none", area)]).toEqual([true, false]);
    expect(ownKeys(area)).toEqual(["token", "a b"]);
    expect(run(realm, "JSON.stringify", area)).toBe('{"token":"1","a b":"two"}');
    expect(remove(realm, area, "token")).toBe(true);
    expect(get(realm, area, "token")).toBeUndefined();
    expect(isInstanceOf(realm, area, nameOf(realm, "Storage"))).toBe(true);
    expect(`${get(realm, area, "constructor")} ${get(realm, area, "__proto__")}`).toBe("undefined undefined");
  });

  it.each(["__proto__", "constructor", "prototype", "getItem", "length", "toString", "hasOwnProperty", "", "kview/other/x", "é\ud800"])(
    "takes %j for a key like any other",
    (key) => {
      const realm = create();
      const area = nameOf(realm, "sessionStorage");
      const before = get(realm, area, "getItem");
      set(realm, area, key, "mine");
      expect(run(realm, "sessionStorage.getItem", key)).toBe("mine");
      expect(get(realm, area, "length")).toBe(1);
      expect(get(realm, area, "getItem")).toBe(before);
      expect(run(realm, "sessionStorage.key", 0)).toBe(key);
      remove(realm, area, key);
      expect(run(realm, "sessionStorage.getItem", key)).toBe(null);
      expect(Object.getPrototypeOf(area)).not.toBe("mine");
    },
  );

  it("refuses what would flood it, with an error that a template can catch", () => {
    const realm = create();
    const store = (key: unknown, value: unknown) => thrownBy(realm, () => run(realm, "sessionStorage.setItem", key, value));
    const mega = "x".repeat(1_048_576);
    expect(store("long", `${mega}x`)).toBe("QuotaExceededError: this value is too long to be stored");
    // Of the host's own area a view gets a fifth.
    const [part, fits] = ["x".repeat(262_000), where === "in the host's area" ? 4 : 20];
    for (let i = 0; i < fits; i++) expect(store(`k${i}`, part)).toBeUndefined();
    expect(store("more", part)).toBe("QuotaExceededError: what the card stores has grown too large");
    expect(store("k3", part)).toBeUndefined();
    run(realm, "sessionStorage.removeItem", "k3");
    expect(store("more", part)).toBeUndefined();
    run(realm, "sessionStorage.clear");
    expect(store("more", part)).toBeUndefined();
  });

  it("bounds the number of keys", () => {
    const realm = create();
    realm.fuel = 1e9;
    for (let i = 0; i < 1000; i++) run(realm, "sessionStorage.setItem", i, "");
    expect(thrownBy(realm, () => run(realm, "sessionStorage.setItem", "one more", ""))).toBe(
      "QuotaExceededError: a card can store 1000 keys at most",
    );
    expect(thrownBy(realm, () => run(realm, "sessionStorage.setItem", 999, "new"))).toBeUndefined();
  });

  it("charges for walking over its keys", () => {
    const realm = create();
    realm.fuel = 1e9;
    for (let i = 0; i < 900; i++) run(realm, "sessionStorage.setItem", i, "");
    realm.fuel = 10_000;
    expect(() => {
      for (let i = 0; i < 1000; i++) run(realm, "sessionStorage.key", i);
    }).toThrow(LimitError);
  });

  it("judges receivers and arguments", () => {
    const realm = create();
    for (const method of ["getItem", "setItem", "removeItem", "key", "clear"]) {
      const native = get(realm, nameOf(realm, "sessionStorage"), method);
      for (const self of [undefined, null, createRecord(), [], nameOf(realm, "navigator"), "text"]) {
        const borrowed = () => call(realm, native, self, ["a", "b"]);
        expect(thrownBy(realm, borrowed)).toBe(`TypeError: \`${method}\` was called on a value that is not a Storage`);
      }
    }
    expect(thrownBy(realm, () => run(realm, "sessionStorage.setItem", "a"))).toBe("TypeError: `setItem` needs a key and a value");
    expect(thrownBy(realm, () => run(realm, "sessionStorage.getItem"))).toBe("TypeError: `getItem` needs a key");
    expect(thrownBy(realm, () => run(realm, "sessionStorage.setItem", "a", untextable()))).toBe("no text");
    expect(thrownBy(realm, () => run(realm, "sessionStorage.setItem", untextable(), "a"))).toBe("no text");
    expect(run(realm, "sessionStorage.getItem", "a")).toBe(null);
  });
});

describe("the host's area", () => {
  it("sees keys in the namespace of the view, and shows a card no others", () => {
    const { entries, area } = createArea(
      new Map([
        ["host", "secret"],
        ["kview/other/token", "secret"],
        ["kview/view/old", "kept"],
      ]),
    );
    const realm = createCard({ host: { storage: { local: area } } });
    expect(run(realm, "localStorage.getItem", "old")).toBe("kept");
    for (const key of ["host", "../other/token", "other/token"]) expect(run(realm, "localStorage.getItem", key)).toBe(null);
    run(realm, "localStorage.setItem", "new", "1");
    expect(entries.get("kview/view/new")).toBe("1");
    expect(ownKeys(nameOf(realm, "localStorage"))).toEqual(["old", "new"]);
    run(realm, "localStorage.clear");
    expect([...entries.keys()]).toEqual(["host", "kview/other/token"]);
  });

  it("keeps the names of views apart, whatever stands in them", () => {
    const names = ["a", "a/b", "a%2Fb", "a%252Fb", "", "/", "%", "kview/a", "\ud800"];
    const namespaces = names.map(toNamespace);
    for (const [i, one] of namespaces.entries())
      for (const [j, other] of namespaces.entries()) if (i !== j) expect(one.startsWith(other), `${one} ${other}`).toBe(false);
  });

  it("keeps what it throws to itself, and gives nothing but texts", () => {
    const fail = () => {
      throw new Error("at /srv/host/secret.js");
    };
    const area: StorageArea = { getItem: fail, setItem: fail, removeItem: fail, key: fail, length: 1 };
    const realm = createCard({ host: { storage: { session: area } } });
    for (const body of [
      () => run(realm, "sessionStorage.getItem", "a"),
      () => run(realm, "sessionStorage.setItem", "a", "b"),
      () => run(realm, "sessionStorage.removeItem", "a"),
      () => run(realm, "sessionStorage.clear"),
      () => get(realm, nameOf(realm, "sessionStorage"), "a"),
      () => get(realm, nameOf(realm, "sessionStorage"), "length"),
    ])
      expect(thrownBy(realm, body)).toBe("Error: the host service `storage` failed");
    const odd = { ...createArea().area, getItem: () => ({ host: true }), key: () => 5, length: 2 } as unknown as StorageArea;
    const other = createCard({ host: { storage: { session: odd } } });
    expect(run(other, "sessionStorage.getItem", "a")).toBe(null);
    expect(run(other, "sessionStorage.key", 0)).toBe(null);
  });
});

describe("cards", () => {
  it("share no storage in memory", () => {
    const first = createCard();
    const second = createCard();
    set(first, nameOf(first, "sessionStorage"), "token", "mine");
    expect(nameOf(second, "sessionStorage")).not.toBe(nameOf(first, "sessionStorage"));
    expect(run(second, "sessionStorage.getItem", "token")).toBe(null);
  });

  it("use it in templates", () => {
    const source = `
      sessionStorage.token = 1; sessionStorage["a b"] = true;
      const { token } = sessionStorage;
      const before = [token, "token" in sessionStorage, Object.keys(sessionStorage), { ...window.sessionStorage }];
      delete sessionStorage.token;
      [before, sessionStorage.token, sessionStorage.length, typeof Storage, sessionStorage instanceof Storage];`;
    expect(evaluate(source)).toMatchObject({
      value: [["1", true, ["token", "a b"], { token: "1", "a b": "true" }], undefined, 1, "function", true],
    });
  });
});
