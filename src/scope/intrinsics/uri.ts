import { charge, chargeFailure, chargeString } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import { Native } from "../../runtime/handles.ts";
import { throwError } from "../../runtime/throw.ts";

/** A function from text to text; `growth` is how much longer the result can be. What it can't encode is a URIError. */
function createCoder(name: string, growth: number, code: (text: string) => string, shift = 6): Native {
  return new Native({
    name,
    length: 1,
    run: (realm, _self, [value]) => {
      const text = toText(realm, value);
      chargeString(realm, text.length * growth);
      charge(realm, text.length >>> shift);
      try {
        return code(text);
      } catch {
        chargeFailure(realm);
        return throwError(realm, "URIError", `this text can't be given to \`${name}\``);
      }
    },
  });
}

// One UTF-16 unit gives at most three bytes, each written as three characters (ECMAScript 19.2.6).
export const encodeUriComponentFacade = createCoder("encodeURIComponent", 9, encodeURIComponent);
export const encodeUriFacade = createCoder("encodeURI", 9, encodeURI);
export const decodeUriComponentFacade = createCoder("decodeURIComponent", 1, decodeURIComponent);
export const decodeUriFacade = createCoder("decodeURI", 1, decodeURI);

/** Ours go character by character: a unit for each four. */
const ownShift = 2;

const kept = /[A-Za-z0-9@*_+\-./]/;

/** `escape` (B.2.1.1): old, and still in templates. */
export const escapeFacade = createCoder(
  "escape",
  6,
  (text) => {
    let result = "";
    for (let i = 0; i < text.length; i++) {
      const unit = text[i] as string;
      const code = unit.charCodeAt(0);
      if (code < 128 && kept.test(unit)) result += unit;
      else result += code < 256 ? `%${hex(code, 2)}` : `%u${hex(code, 4)}`;
    }
    return result;
  },
  ownShift,
);

function hex(code: number, length: number): string {
  return code.toString(16).toUpperCase().padStart(length, "0");
}

/** `unescape` (B.2.1.2). */
export const unescapeFacade = createCoder(
  "unescape",
  1,
  (text) =>
    text.replace(/%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})/g, (_found, long?: string, short?: string) =>
      String.fromCharCode(Number.parseInt(long ?? short ?? "", 16)),
    ),
  ownShift,
);
