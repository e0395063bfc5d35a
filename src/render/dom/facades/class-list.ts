import { judgeText } from "../../../policy/text.ts";
import { charge, chargeArray, chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { toIndex } from "../../../runtime/get.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwError } from "../../../runtime/throw.ts";
import { readAttribute, writeAttribute } from "./attributes.ts";
import { createMethods } from "./methods.ts";
import { type ElementState, PageState } from "./states.ts";

class ClassListState extends PageState {
  readonly of: ElementState;
  constructor(of: ElementState) {
    super(of.page);
    this.of = of;
  }
}

function readTokens(realm: Realm, { of }: ClassListState): string[] {
  const text = readAttribute(realm, of, "class") ?? "";
  charge(realm, text.length >>> 3);
  return [...new Set(text.match(/\S+/g))];
}

function writeTokens(realm: Realm, { of }: ClassListState, tokens: readonly string[]): void {
  writeAttribute(realm, of, "class", tokens.join(" "));
}

function toToken(realm: Realm, value: unknown): string {
  const token = judgeText(toText(realm, value));
  chargeString(realm, token.length);
  return token === "" || /\s/.test(token) ? throwError(realm, "Error", "a class has to be one word") : token;
}

/** The classes of an element. The root has none that a card could see or change. */
const classListType: OpaqueType<ClassListState> = {
  name: "DOMTokenList",
  methods: createMethods("DOMTokenList", ClassListState, {
    add: (realm, state, names) => {
      chargeArray(realm, names.length);
      writeTokens(realm, state, [...new Set([...readTokens(realm, state), ...names.map((name) => toToken(realm, name))])]);
      return undefined;
    },
    contains: (realm, state, [name]) => readTokens(realm, state).includes(toText(realm, name)),
    item: (realm, state, [index]) => readTokens(realm, state)[typeof index === "number" ? index : 0] ?? null,
    remove: (realm, state, names) => {
      const gone = new Set(names.map((name) => toToken(realm, name)));
      writeTokens(
        realm,
        state,
        readTokens(realm, state).filter((token) => !gone.has(token)),
      );
      return undefined;
    },
    replace: (realm, state, [from, to]) => {
      const [old, next] = [toToken(realm, from), toToken(realm, to)];
      const tokens = readTokens(realm, state);
      if (!tokens.includes(old)) return false;
      writeTokens(realm, state, [...new Set(tokens.map((token) => (token === old ? next : token)))]);
      return true;
    },
    toString: (realm: Realm, state: ClassListState) => readAttribute(realm, state.of, "class") ?? "",
    toggle: (realm, state, [name, force]) => {
      const token = toToken(realm, name);
      const tokens = readTokens(realm, state);
      const on = force === undefined ? !tokens.includes(token) : Boolean(force);
      if (on !== tokens.includes(token)) writeTokens(realm, state, on ? [...tokens, token] : tokens.filter((other) => other !== token));
      return on;
    },
  }),
  read: (realm, state, key) => {
    if (key === "length") return readTokens(realm, state).length;
    if (key === "value") return readAttribute(realm, state.of, "class") ?? "";
    const index = toIndex(key);
    return index < 0 ? undefined : readTokens(realm, state)[index];
  },
  write: (realm, state, key, value) => {
    if (key !== "value") return false;
    writeAttribute(realm, state.of, "class", toText(realm, value));
    return true;
  },
  iterate: (realm, state) => readTokens(realm, state).values(),
  primitive: (realm, state) => readAttribute(realm, state.of, "class") ?? "",
};

/** Creates the facade of an element's classes. */
export function createClassList(of: ElementState): Opaque {
  return new Opaque<unknown>(classListType as OpaqueType, new ClassListState(of));
}
