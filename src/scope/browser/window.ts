import { windowConstants, windowNames } from "../../policy/scope-names.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { createRecord, type Rec } from "../../runtime/record.ts";
import { inertPageNames } from "./inert-document.ts";
import { cardNames } from "./names.ts";
import { readName } from "./per-card.ts";

/** The `window` of a card (reference/kview.md, section 2.2): what the template put there, then the names of its scope. */
const windowType: OpaqueType<undefined> = {
  name: "Window",
  methods: new Map(),
  read: (realm, _state, key) => {
    if (windowNames.has(key)) return realm.window;
    if (realm.globals.has(key)) return realm.globals.get(key);
    if (cardNames.has(key)) return readName(realm, cardNames, key);
    return realm.live?.names.has(key) ? realm.live.names.get(key) : readName(realm, inertPageNames, key);
  },
  write: (_realm, _state, key) => windowConstants.has(key),
};

/** Creates the window of a card. It ends with the card. */
export function createWindow(): Realm["window"] {
  const own = new Opaque(windowType, undefined);
  own.extra = createRecord();
  return own as Opaque & { readonly extra: Rec };
}
