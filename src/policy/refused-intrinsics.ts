import type { RefusedNames, RefusedTable } from "./refused-names.ts";

const heritage: RefusedNames = { names: "constructor", why: "leads to the code of the host; an instance of a template's class has it" };
const newer = (names: string): RefusedNames => ({ names, why: "newer than the oldest engine that cards run on" });

/** What the language has and a card has not. Names that an engine adds later do not exist for a card, be they here or not. */
export const refusedIntrinsics: RefusedTable = {
  globals: [
    { names: "Function eval", why: "compile text to code of the host" },
    { names: "globalThis", why: "only as a facade, of what a card has anyway (`window`)" },
    { names: "Symbol", why: "protocols of the host (iteration, coercion) are reached by symbols; classes and generators iterate without" },
    { names: "Proxy Reflect", why: "trap or walk objects past the rules for members" },
    { names: "BigInt BigInt64Array BigUint64Array", why: "numbers whose arithmetic has no bound of time or size" },
    {
      names: "ArrayBuffer DataView Float32Array Float64Array Int8Array Int16Array Int32Array",
      why: "memory outside the budget",
    },
    {
      names: "Uint8Array Uint8ClampedArray Uint16Array Uint32Array",
      why: "memory outside the budget; a card shows text, and `Blob` and `FileReader` are there for files",
    },
    { names: "SharedArrayBuffer Atomics", why: "memory shared between threads, and a clock of high resolution" },
    { names: "WeakRef FinalizationRegistry", why: "show when the host collects garbage" },
    { names: "WebAssembly", why: "runs code without a budget" },
    newer("AsyncDisposableStack DisposableStack Float16Array Iterator SuppressedError Temporal"),
  ],
  Object: [
    { names: "getOwnPropertySymbols", why: "there are no symbols" },
    { names: "setPrototypeOf", why: "records have no prototype, and what a class made keeps its class" },
  ],
  "Object.prototype": [
    heritage,
    { names: "__proto__", why: "a way to the prototypes of the host" },
    {
      names: "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
      why: "deprecated; they define behaviour where data is expected",
    },
    { names: "isPrototypeOf", why: "`instanceof` tells it" },
  ],
  "Function.prototype": [heritage, { names: "arguments caller", why: "lead to the functions that called" }],
  Array: [newer("fromAsync")],
  "Array.prototype": [heritage],
  String: [],
  "String.prototype": [
    heritage,
    { names: "anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup", why: "deprecated; write markup as text" },
  ],
  Number: [],
  "Number.prototype": [heritage],
  Boolean: [],
  "Boolean.prototype": [heritage],
  Math: [newer("f16round sumPrecise")],
  JSON: [newer("isRawJSON rawJSON")],
  Date: [],
  "Date.prototype": [heritage, newer("toTemporalInstant")],
  Map: [],
  "Map.prototype": [heritage, newer("getOrInsert getOrInsertComputed")],
  Set: [],
  "Set.prototype": [heritage],
  WeakMap: [],
  "WeakMap.prototype": [heritage, newer("getOrInsert getOrInsertComputed")],
  WeakSet: [],
  "WeakSet.prototype": [heritage],
  Promise: [newer("allKeyed allSettledKeyed")],
  "Promise.prototype": [heritage],
  "Iterator.prototype": [
    heritage,
    newer("drop every filter find flatMap forEach map reduce some take toArray"),
    { names: "dispose", why: "there are no symbols" },
  ],
  "Generator.prototype": [heritage],
  Error: [
    { names: "prepareStackTrace stackTraceLimit", why: "how stacks are made is the page's affair, and stacks show the host's files" },
    newer("isError"),
  ],
  "Error.prototype": [heritage],
  RegExp: [
    {
      names: "input $_ lastMatch $& lastParen $+ leftContext $` rightContext $' $1 $2 $3 $4 $5 $6 $7 $8 $9",
      why: "hold the last match of anybody",
    },
    newer("escape"),
  ],
  "RegExp.prototype": [
    heritage,
    { names: "compile", why: "deprecated; makes another expression of one that others hold" },
    { names: "unicodeSets", why: "the flag `v` is not supported" },
  ],
  Intl: [
    { names: "supportedValuesOf", why: "lists what the host's build knows: not the same everywhere" },
    { names: "Locale Segmenter", why: "not there yet: no card asked for them" },
    newer("DurationFormat"),
  ],
  "Intl.Collator": [],
  "Intl.DateTimeFormat": [],
  "Intl.DisplayNames": [],
  "Intl.ListFormat": [],
  "Intl.NumberFormat": [],
  "Intl.PluralRules": [],
  "Intl.RelativeTimeFormat": [],
  "Intl.Collator.prototype": [heritage],
  "Intl.DateTimeFormat.prototype": [heritage],
  "Intl.DisplayNames.prototype": [heritage],
  "Intl.ListFormat.prototype": [heritage],
  "Intl.NumberFormat.prototype": [heritage],
  "Intl.PluralRules.prototype": [heritage],
  "Intl.RelativeTimeFormat.prototype": [heritage],
  URL: [{ names: "createObjectURL revokeObjectURL", why: "the page's own addresses; a card's `Blob` goes through its services" }],
  "URL.prototype": [heritage],
  URLSearchParams: [],
  "URLSearchParams.prototype": [heritage],
  console: [
    { names: "Console context createTask", why: "make consoles of the host" },
    { names: "profile profileEnd timeStamp", why: "drive the host's tools" },
    { names: "_ignoreErrors _stderr _stderrErrorHandler _stdout _stdoutErrorHandler _times", why: "internal to Node" },
  ],
};

/** What is read off a value of the kind and is no method: there, and free. */
export const readProperties: Readonly<Record<string, string>> = {
  "Array.prototype": "length",
  "String.prototype": "length",
  "Function.prototype": "length name",
  "Map.prototype": "size",
  "Set.prototype": "size",
  "Error.prototype": "message name",
  "RegExp.prototype": "dotAll flags global hasIndices ignoreCase multiline source sticky unicode",
  "URL.prototype": "hash host hostname href origin password pathname port protocol search searchParams username",
  "URLSearchParams.prototype": "size",
};
