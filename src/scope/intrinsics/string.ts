import { chargeAppend, chargeString } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { get } from "../../runtime/get.ts";
import { Native } from "../../runtime/handles.ts";
import { throwError } from "../../runtime/throw.ts";
import { toInteger } from "./arguments.ts";
import { createPrototype, createTable } from "./members.ts";
import { stringMethods } from "./string-methods.ts";

const statics = createTable("String", {
  fromCharCode: (realm, _self, args) => {
    chargeString(realm, args.length);
    let text = "";
    for (const arg of args) text += String.fromCharCode(toNumber(realm, arg));
    return text;
  },
  fromCodePoint: (realm, _self, args) => {
    chargeString(realm, args.length * 2);
    let text = "";
    for (const arg of args) {
      const point = toNumber(realm, arg);
      if (!(Number.isInteger(point) && point >= 0 && point <= 0x10ffff))
        throwError(realm, "RangeError", "a code point has to be a whole number up to 0x10FFFF");
      text += String.fromCodePoint(point);
    }
    return text;
  },
  prototype: createPrototype("String", stringMethods),
  raw: (realm, _self, [strings, ...values]) => {
    const raw = get(realm, strings, "raw");
    const length = toInteger(realm, get(realm, raw, "length"));
    let text = "";
    for (let i = 0; i < length; i++) {
      const part = toText(realm, get(realm, raw, i)) + (i + 1 < length && i < values.length ? toText(realm, values[i]) : "");
      chargeAppend(realm, text.length + part.length, part.length);
      text += part;
    }
    return text;
  },
});

/**
 * `String`. There are no wrapper objects in the language: `new String(x)` gives the primitive, which answers to the
 * same members.
 */
export const stringFacade = new Native({
  name: "String",
  length: 1,
  run: (realm, _self, args) => (args.length === 0 ? "" : toText(realm, args[0])),
  make: (realm, args) => (args.length === 0 ? "" : toText(realm, args[0])),
  members: statics,
});
