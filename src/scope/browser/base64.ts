import { chargeFailure, chargeString } from "../../runtime/budget.ts";
import { toText } from "../../runtime/coerce.ts";
import type { Implementation, Native } from "../../runtime/handles.ts";
import { throwType } from "../../runtime/throw.ts";
import { chargeScan } from "../intrinsics/arguments.ts";
import { createFunctions } from "./facade-functions.ts";
import { throwNamed } from "./named-error.ts";

/** Creates a function from text to text that the platform has; `growth` is how much longer the result can be. */
function createCoder(name: string, growth: number, code: (text: string) => string, wrong: string): Implementation {
  return (realm, _self, args) => {
    if (args.length === 0) throwType(realm, `\`${name}\` needs a text`);
    const text = toText(realm, args[0]);
    chargeScan(realm, text.length);
    chargeString(realm, Math.ceil(text.length * growth));
    try {
      return code(text);
    } catch {
      chargeFailure(realm);
      return throwNamed(realm, "InvalidCharacterError", wrong);
    }
  };
}

/** `btoa` and `atob` (HTML, "Base64 utility methods"): texts whose characters stand for bytes. */
export const base64Names: ReadonlyMap<string, Native> = createFunctions({
  atob: createCoder("atob", 1, atob, "this text is not Base64"),
  btoa: createCoder("btoa", 4 / 3, btoa, "`btoa` takes characters up to U+00FF only"),
});
