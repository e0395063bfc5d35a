import { describe, expect, it } from "vitest";
import { get } from "../../../src/runtime/get.ts";
import { toList } from "../../../src/runtime/iterate.ts";
import { set } from "../../../src/runtime/set.ts";
import { createTestRealm } from "../../support/realm.ts";
import { createUniverse } from "../support/universe.ts";
import { invoke, make, runOurs } from "./compare.ts";

const addresses: readonly (readonly [string, string?])[] = [
  ["https://user:pw@a.example:8080/p/a th?q=1&q=2#hash"],
  ["/rel?x=é", "https://a.example/base/"],
  ["../up", "https://a.example/a/b/c"],
  ["mailto:a@b.example"],
  ["HTTPS://EXAMPLE.com"],
];
const parts = ["hash", "host", "hostname", "href", "origin", "password", "pathname", "port", "protocol", "search", "username"] as const;

describe("URL", () => {
  it("parses as the host does", () => {
    const realm = createTestRealm();
    for (const [address, base] of addresses) {
      const host = new URL(address, base);
      const ours = make(realm, "URL", address, ...(base === undefined ? [] : [base]));
      for (const part of parts) expect(get(realm, ours, part), part).toBe(host[part]);
      expect(invoke(realm, ours, "toString")).toBe(host.toString());
      expect(invoke(realm, realm.globals.get("JSON"), "stringify", ours)).toBe(JSON.stringify(host));
    }
  });
  it("changes as the host does", () => {
    const realm = createTestRealm();
    for (const [part, value] of [
      ["pathname", "/x y"],
      ["search", "?a=b"],
      ["hash", "h"],
      ["port", "99"],
      ["host", "b.example:1"],
      ["protocol", "http"],
      ["href", "https://c.example/"],
    ] as const) {
      const host = new URL("https://a.example/p?q#h");
      const ours = make(realm, "URL", host.href);
      host[part] = value;
      set(realm, ours, part, value);
      expect(get(realm, ours, "href"), part).toBe(host.href);
    }
  });
  it("refuses what is no address", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    expect(runOurs(universe, () => make(realm, "URL", "nonsense"))).toEqual({ threw: "TypeError" });
    const url = realm.globals.get("URL");
    expect(invoke(realm, url, "canParse", "nonsense")).toBe(false);
    expect(invoke(realm, url, "parse", "nonsense")).toBe(null);
    expect(get(realm, invoke(realm, url, "parse", "/p", "https://a.example"), "href")).toBe("https://a.example/p");
    const ours = make(realm, "URL", "https://a.example/");
    expect(runOurs(universe, () => set(realm, ours, "href", "nonsense"))).toEqual({ threw: "TypeError" });
    expect(runOurs(universe, () => set(realm, ours, "origin", "https://b.example"))).toEqual({ threw: "TypeError" });
    expect(get(realm, url, "createObjectURL")).toBeUndefined();
  });
  it("shares its parameters with `searchParams`", () => {
    const realm = createTestRealm();
    const ours = make(realm, "URL", "https://a.example/?a=1");
    invoke(realm, get(realm, ours, "searchParams"), "append", "b", "x y");
    expect(get(realm, ours, "search")).toBe("?a=1&b=x+y");
    expect(get(realm, ours, "searchParams")).toBe(get(realm, ours, "searchParams"));
  });
});

describe("URLSearchParams", () => {
  it("does what the host's does", () => {
    const realm = createTestRealm();
    const universe = createUniverse(realm);
    for (const source of [
      "a=1&b=2&a=3",
      "?x=%20y",
      { a: 1, b: "ü" },
      [
        ["a", "1"],
        ["a", "2"],
      ],
      undefined,
      "",
      5,
    ]) {
      const host = new URLSearchParams(source as unknown as Record<string, string>);
      const ours = make(realm, "URLSearchParams", universe.enter(source));
      expect(invoke(realm, ours, "toString")).toBe(host.toString());
      expect(toList(realm, ours)).toEqual([...host]);
      expect(toList(realm, invoke(realm, ours, "keys"))).toEqual([...host.keys()]);
      expect(toList(realm, invoke(realm, ours, "values"))).toEqual([...host.values()]);
      for (const [name, ...args] of [
        ["get", "a"],
        ["getAll", "a"],
        ["has", "b"],
        ["has", "a", "3"],
        ["get", "none"],
      ] as [string, ...string[]][]) {
        expect(invoke(realm, ours, name, ...args), name).toEqual(
          (host as unknown as Record<string, (...args: string[]) => unknown>)[name]?.(...args),
        );
      }
      for (const [name, ...args] of [["append", "z", "1"], ["set", "a", "9"], ["delete", "b"], ["sort"]] as [string, ...string[]][]) {
        (host as unknown as Record<string, (...args: string[]) => unknown>)[name]?.(...args);
        invoke(realm, ours, name, ...args);
        expect(invoke(realm, ours, "toString"), name).toBe(host.toString());
        expect(get(realm, ours, "size")).toBe(host.size);
      }
    }
    expect(runOurs(universe, () => make(realm, "URLSearchParams", [["a"]]))).toEqual({ threw: "TypeError" });
  });
});
