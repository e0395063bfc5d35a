import { judgeText } from "../../../policy/text.ts";
import { chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import type { OpaqueType } from "../../../runtime/handles.ts";
import { throwError } from "../../../runtime/throw.ts";
import { createMethods } from "./methods.ts";
import { readNode } from "./node-properties.ts";
import { TextState } from "./states.ts";
import { nodeMethods } from "./tree-methods.ts";

const contents: ReadonlySet<string> = new Set(["data", "nodeValue", "textContent"]);

/** Texts between elements. One that the card rendered shows what is written there until the card has another text for it. */
export const textType: OpaqueType<TextState> = {
  name: "Text",
  methods: createMethods("Text", TextState, nodeMethods),
  read: (realm, state, key) => {
    if (key === "length") return state.text.length;
    if (!contents.has(key)) return readNode(realm, state, key);
    const { data } = state.text;
    chargeString(realm, data.length);
    return data;
  },
  write: (realm, { page, text }, key, value) => {
    if (!contents.has(key)) return false;
    const own = judgeText(value === null ? "" : toText(realm, value));
    chargeString(realm, own.length);
    // The text of a style element has been judged; another in its place would not be.
    if (text.parentElement?.localName === "style") throwError(realm, "Error", "write to the style element in place of its text");
    page.act(key, () => void (text.data = own));
    return true;
  },
  classes: () => ["Text", "Node", "EventTarget"],
};
