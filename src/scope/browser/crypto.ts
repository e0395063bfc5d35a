import { charge } from "../../runtime/budget.ts";
import { type Implementation, Native } from "../../runtime/handles.ts";
import { createFunctions } from "./facade-functions.ts";

/** Bytes after which a UUID has a dash (RFC 9562, section 4). */
const dashed: ReadonlySet<number> = new Set([3, 5, 7, 9]);

const uuidUnits = 10;

/**
 * A UUID of version 4. Its bits are the card's own numbers, which the same seed gives again: it tells things apart, and is no secret.
 */
const randomUuid: Implementation = (realm) => {
  charge(realm, uuidUnits);
  let text = "";
  for (let i = 0; i < 16; i++) {
    let byte = Math.floor(realm.random() * 256);
    if (i === 6) byte = (byte & 0x0f) | 0x40;
    else if (i === 8) byte = (byte & 0x3f) | 0x80;
    text += byte.toString(16).padStart(2, "0");
    if (dashed.has(i)) text += "-";
  }
  return text;
};

/** `crypto`. There are no typed arrays for `getRandomValues`, and no keys. */
export const cryptoFacade = new Native({ name: "Crypto", members: createFunctions({ randomUUID: randomUuid }) });
