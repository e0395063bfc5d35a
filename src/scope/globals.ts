import { toNumber } from "../runtime/coerce.ts";
import { type Implementation, Native } from "../runtime/handles.ts";
import { arrayFacade } from "./intrinsics/array.ts";
import { booleanFacade } from "./intrinsics/boolean.ts";
import { consoleFacade } from "./intrinsics/console.ts";
import { dateFacade } from "./intrinsics/date.ts";
import {
  aggregateErrorFacade,
  errorFacade,
  evalErrorFacade,
  rangeErrorFacade,
  referenceErrorFacade,
  syntaxErrorFacade,
  typeErrorFacade,
  uriErrorFacade,
} from "./intrinsics/error.ts";
import { intlFacade } from "./intrinsics/intl.ts";
import { jsonFacade } from "./intrinsics/json.ts";
import { mapFacade } from "./intrinsics/map.ts";
import { mathFacade } from "./intrinsics/math.ts";
import { createTable } from "./intrinsics/members.ts";
import { numberFacade, parseFloatFacade, parseIntFacade } from "./intrinsics/number.ts";
import { objectFacade } from "./intrinsics/object.ts";
import { promiseFacade } from "./intrinsics/promise-facade.ts";
import { regExpFacade } from "./intrinsics/regexp.ts";
import { setFacade } from "./intrinsics/set.ts";
import { stringFacade } from "./intrinsics/string.ts";
import { structuredCloneFacade } from "./intrinsics/structured-clone.ts";
import {
  decodeUriComponentFacade,
  decodeUriFacade,
  encodeUriComponentFacade,
  encodeUriFacade,
  escapeFacade,
  unescapeFacade,
} from "./intrinsics/uri.ts";
import { urlFacade } from "./intrinsics/url.ts";
import { searchParamsFacade } from "./intrinsics/url-search-params.ts";
import { weakMapFacade, weakSetFacade } from "./intrinsics/weak.ts";

const isFiniteNumber: Implementation = (realm, _self, [value]) => Number.isFinite(toNumber(realm, value));
const isNotANumber: Implementation = (realm, _self, [value]) => Number.isNaN(toNumber(realm, value));

/**
 * The language's own names. They hold no state and can't be written, so all cards share them. There is no `globalThis`,
 * no `Function`, no `Symbol`, no `Proxy`, no `Reflect`, no `eval`: nothing here leads out of the closed universe.
 */
const intrinsicGlobals: ReadonlyMap<string, unknown> = createTable("globals", {
  AggregateError: aggregateErrorFacade,
  Array: arrayFacade,
  Boolean: booleanFacade,
  Date: dateFacade,
  Error: errorFacade,
  EvalError: evalErrorFacade,
  Infinity: Number.POSITIVE_INFINITY,
  Intl: intlFacade,
  JSON: jsonFacade,
  Map: mapFacade,
  Math: mathFacade,
  NaN: Number.NaN,
  Number: numberFacade,
  Object: objectFacade,
  Promise: promiseFacade,
  RangeError: rangeErrorFacade,
  ReferenceError: referenceErrorFacade,
  RegExp: regExpFacade,
  Set: setFacade,
  String: stringFacade,
  SyntaxError: syntaxErrorFacade,
  TypeError: typeErrorFacade,
  URIError: uriErrorFacade,
  URL: urlFacade,
  URLSearchParams: searchParamsFacade,
  WeakMap: weakMapFacade,
  WeakSet: weakSetFacade,
  console: consoleFacade,
  decodeURI: decodeUriFacade,
  decodeURIComponent: decodeUriComponentFacade,
  encodeURI: encodeUriFacade,
  encodeURIComponent: encodeUriComponentFacade,
  escape: escapeFacade,
  isFinite: new Native({ name: "isFinite", length: 1, run: isFiniteNumber }),
  isNaN: new Native({ name: "isNaN", length: 1, run: isNotANumber }),
  parseFloat: parseFloatFacade,
  parseInt: parseIntFacade,
  structuredClone: structuredCloneFacade,
  undefined: undefined,
  unescape: unescapeFacade,
});

/**
 * Creates the map that free names answer from.
 *
 * @param extra Facades of the card (`_`, `moment`, `React` …); they win over intrinsics of the same name.
 */
export function createGlobals(extra: Iterable<readonly [string, unknown]> = []): ReadonlyMap<string, unknown> {
  const globals = new Map(intrinsicGlobals);
  for (const [name, value] of extra) globals.set(name, value);
  return globals;
}
