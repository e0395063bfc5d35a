import { toText } from "../../runtime/coerce.ts";
import { Native, Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { StorageArea } from "../../runtime/host.ts";
import type { Realm } from "../../runtime/realm.ts";
import { toRecord } from "../../runtime/record.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan, expectOpaque, toInteger } from "../intrinsics/arguments.ts";
import { createPrototype } from "../intrinsics/members.ts";
import { createFunctions } from "./facade-functions.ts";
import { PerCard } from "./per-card.ts";
import { type CardArea, HostArea, MemoryArea } from "./storage-area.ts";

interface StorageState {
  readonly realm: Realm;
  readonly area: CardArea;
}

function expectArea(realm: Realm, self: unknown, method: string): CardArea {
  return expectOpaque(realm, self, storageType, method).area;
}

function toKeyText(realm: Realm, args: readonly unknown[], method: string): string {
  if (args.length === 0) throwType(realm, `\`${method}\` needs a key`);
  const key = toText(realm, args[0]);
  chargeScan(realm, key.length);
  return key;
}

/**
 * What a card keeps by key (HTML, "Web storage"). Keys are properties too (`sessionStorage.token`); for reading, the names of methods
 * come first, so a key `getItem` hides no method and is read with `getItem("getItem")`.
 */
const storageType: OpaqueType<StorageState> = {
  name: "Storage",
  methods: createFunctions({
    clear: (realm, self) => {
      const area = expectArea(realm, self, "clear");
      for (const key of area.keys()) area.remove(key);
      return undefined;
    },
    getItem: (realm, self, args) => expectArea(realm, self, "getItem").get(toKeyText(realm, args, "getItem")),
    key: (realm, self, [index]) => expectArea(realm, self, "key").keys()[toInteger(realm, index)] ?? null,
    removeItem: (realm, self, args) => {
      expectArea(realm, self, "removeItem").remove(toKeyText(realm, args, "removeItem"));
      return undefined;
    },
    setItem: (realm, self, args) => {
      const area = expectArea(realm, self, "setItem");
      if (args.length < 2) throwType(realm, "`setItem` needs a key and a value");
      store(realm, area, toKeyText(realm, args, "setItem"), args[1]);
      return undefined;
    },
  }),
  read: (realm, { area }, key) => {
    if (key === "length") return area.keys().length;
    return isOwnName(realm, key) ? undefined : (area.get(key) ?? undefined);
  },
  write: (realm, { area }, key, value) => {
    store(realm, area, key, value);
    return true;
  },
  remove: (_realm, { area }, key) => {
    area.remove(key);
    return true;
  },
  keys: ({ realm, area }) => area.keys().filter((key) => !isOwnName(realm, key)),
  json: (_realm, { area }) => toRecord(area.keys().map((key) => [key, area.get(key)])),
};

/** Names that an area answers itself, whatever is stored. */
function isOwnName(realm: Realm, key: string): boolean {
  return key === "length" || storageType.methods.has(key) || realm.methods.object.has(key);
}

function store(realm: Realm, area: CardArea, key: string, value: unknown): void {
  const text = toText(realm, value);
  chargeScan(realm, key.length + text.length);
  area.set(key, text);
}

function createStorage(realm: Realm, area: StorageArea | undefined): Opaque<StorageState> {
  return new Opaque<StorageState>(storageType, { realm, area: area === undefined ? new MemoryArea(realm) : new HostArea(realm, area) });
}

/** `localStorage` and `sessionStorage`. */
export const storageNames: ReadonlyMap<string, PerCard> = new Map([
  ["localStorage", new PerCard((realm) => createStorage(realm, realm.host.storage?.local))],
  ["sessionStorage", new PerCard((realm) => createStorage(realm, realm.host.storage?.session))],
]);

/** `Storage`: for `instanceof`, and for templates that ask whether there is any. */
export const storageFacade = new Native({
  name: "Storage",
  run: (realm) => throwType(realm, "a card can't make a Storage"),
  members: new Map([["prototype", createPrototype("Storage", storageType.methods)]]),
});
