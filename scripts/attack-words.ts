/** What a class of attacks tried, and what stops it: the words for its folder below `fixtures/attack`, its file below `fixtures/live-attack`. */
export type AttackWords = readonly [attack: string, stoppedBy: string];

export const attackWords: Readonly<Record<string, AttackWords>> = {
  async: [
    "thenables, jobs and rejections that outlive their turn",
    "promises are handles of ours; jobs run on the card's budget, in entries of the host",
  ],
  attribute: [
    "handlers as text, markup out of values, attributes that load or navigate",
    "names by allowlist, values coerced once, then escaped",
  ],
  "browser-names": [
    "`window`, storage, `XMLHttpRequest` and their kin as ways to the page's own",
    "facades of listed members over services of the host",
  ],
  "callback-args": ["what a native method hands its callback", "methods of ours call back with values of the template"],
  chains: ["lodash wrappers and moments as carriers of gadgets", "chains are handles with tables of listed methods"],
  classes: [
    "`super`, static blocks, private names, inheritance from what the host has",
    "classes are values of ours; lookups end at their own tables",
  ],
  cloning: ["`structuredClone` of what is no data", "a copy is made by kind, own keys alone"],
  "codegen-breakout": ["text that becomes code when a program is printed", "no text becomes code: programs are linked closures"],
  coercion: ["`toString` and `valueOf` run by operators, without a bound", "one set of conversions, metered, primitives alone come out"],
  collections: ["maps, sets and their iterators as ways to functions of the host", "handles; methods by table"],
  components: [
    "props of platform components as markup, addresses, records",
    "props are parsed by their schemas; what comes out is judged as any markup",
  ],
  "computed-key": [
    '`["const" + "ructor"]`, keys from enumeration, keys with a `toString`',
    "one `get` for every read, own keys by kind, no name behind which anything is",
  ],
  css: ["scripts, requests, overlays and leaks by styles", "declarations and rules parsed, allowlisted and scoped; written anew"],
  "ctor-chain": ['`x.constructor.constructor("…")()`', "no value has a constructor of the host"],
  "data-pollution": [
    "records with keys of prototypes, a polluted `Object.prototype`",
    "own keys alone are read; tables are maps or have no prototype",
  ],
  "dates-intl": ["option bags and hostile arguments to `Intl` and `Date`", "options read once by listed names; formatters are handles"],
  destructuring: ["patterns as reads that guards overlook", "patterns are lowered to the same `get`"],
  "dom-clobbering": ["`id` and `name` that shadow the page's", "ids, names and references get the card's prefix"],
  "dos-array": ["arrays that grow without an end", "length is charged before the call"],
  "dos-lodash": ["helpers that are quadratic or make much of little", "cost by table, charged before the call, callbacks metered"],
  "dos-loop": ["loops without an end", "fuel"],
  "dos-output": ["much markup of little source", "elements, attributes and characters counted as they are written"],
  "dos-parser": ["sources that overflow or slow a parser", "caps on length before, on depth after, by walks without recursion"],
  "dos-recursion": ["calls, arrays and generators without a ground", "depth counted; output walks have a bound"],
  "dos-regex": ["patterns that take exponential time", "proven linear, else matched by an engine that is"],
  "dos-string": ["ropes that cost later, copies, long texts for judges", "length is charged before the call, judging by length"],
  "error-leak": ["stacks, paths and messages of the host", "errors are typed and worded by us; no value of a template is printed"],
  "escaping-context": [
    "characters that mean something to another parser or charset",
    "one escape for all; what is not well-formed is replaced",
  ],
  "facade-getters": ["results of facades, their getters and prototypes", "facades are tables of listed members"],
  "function-intrinsics": [
    "constructors of async functions and generators, `callee`, thenables",
    "functions are values of ours, without any of it",
  ],
  functions: [
    "`arguments`, `bind`, `prototype` as ways to the host's stack and classes",
    "lists and records of the template; depth counted",
  ],
  generators: ["iterator closing, `return` and `throw` out of turn", "generators of ours, closed once, each resume charged"],
  hooks: ["hooks that throw, never end, write to React", "hooks belong to an adapter of ours; its facade is frozen"],
  isolation: ["one render that changes the next, or its data", "state in an object per card; data frozen, copied where it is written"],
  iteration: ["iterables of one's own, endless or lying", "spread and loops walk listed kinds alone"],
  json: ["revivers, `toJSON`, depth", "JSON of ours, over own keys, with levels counted"],
  lodash: ['`_.template`, `_.get("", "constructor")`, mixins, shared state', "listed functions over `get`; counters per render"],
  moment: ["locales for everybody, quadratic parsing, constructors", "listed methods over handles; inputs and formats capped"],
  patterns: ["defaults and computed keys with effects", "evaluated in order, once, as the language says, on the budget"],
  "protocol-hooks": [
    "`Symbol.iterator`, `hasInstance`, `toPrimitive`, `toJSON` as ways to be called",
    "there are no symbols; operators know kinds",
  ],
  prototype: ["writes to `__proto__`, `Object.prototype`", "`__proto__` is a key like any other, and records have no prototype"],
  "reflect-proxy": ["`Reflect`, `Proxy`, observers of the collector", "names that are not in the table are not there"],
  "regex-state": [
    "`lastIndex`, flags and `exec` as shared state or hooks",
    "state per handle and render; no method asks an overridden one",
  ],
  sorting: ["comparators that lie, write, never end", "a merge sort of ours, bounded whatever it is told, metered"],
  "svg-mathml": ["`xlink:href`, `use`, styles and MathML", "SVG by allowlist, fragments alone, no MathML"],
  "swallowed-limits": [
    "`finally`, labels, boundaries, rejections that swallow a limit",
    "a limit is no value of the language: nothing catches it, and the card stays stopped",
  ],
  syntax: ["`import`, `with`, `new.target`, getters, defaults that name globals", "syntax without a node in our tree does not compile"],
  tag: ["elements that run, load or leave: `<script>`, `<object>`, `<meta>`, `<base>`", "elements by allowlist"],
  "tagged-templates": ["`raw`, cached strings, chains of tags", "lists of texts, frozen; depth counted"],
  "this-and-globals": ["`this`, globals, shared intrinsics that are changed", "`this` is the bag or undefined; what cards share is frozen"],
  url: [
    "`javascript:` in whatever spelling, credentials, headers in `mailto:`",
    "read as browsers read it, then schemes by allowlist, written anew",
  ],
  "vnode-injection": [
    "data in the form of an element of the renderer",
    "children are tokens of ours or primitives; any other object is an error",
  ],
  "bound-functions": [
    "`bind`, `call` and `apply` upon one another, on every receiver",
    "functions of ours carry their receiver; depth and lists are charged",
  ],
  "data-aliases": [
    "other names for the record, that are written to",
    "data is frozen as it is made, and copied whole for templates that write",
  ],
  descriptors: ["property descriptors, accessors defined on what is shared", "descriptors are of own data; what is shared is frozen"],
  "error-values": [
    "causes, names and stacks of errors as carriers",
    "errors are handles; their texts are read as own texts, never by their methods",
  ],
  "forged-views": ["records and types in the form of what a renderer takes", "views are known by their class, not by their form"],
  "frozen-values": ["freezing what a method is at work on", "writes of ours fail in the template, as the language says"],
  "odd-places": [
    "`yield`, `super`, `import()` and old syntax where nobody looks",
    "the same lowering in every place; what has no node does not compile",
  ],
  "private-names": [
    "names with `#` by texts, copies, heirs and other classes",
    "keys of one evaluation of one class, which no text spells",
  ],
  "promise-likes": ["objects with a `then`, subclasses and executors that lie", "thenables are asked by our jobs, once, on the budget"],
  "shared-caches": [
    "caches of expressions, formatters and helpers as a way between renders",
    "caches hold what is immutable; results are copies",
  ],
  "static-text": ["constants that are folded as the template is compiled", "folded markup is judged by the same judges"],
};

export const liveAttackWords: Readonly<Record<string, AttackWords>> = {
  afterlife: ["timers, handles and listeners of a card that has gone", "all that a card holds is its page's, and ends with it"],
  budget: ["effects, events and timers without an end", "the budget is renewed by the host's entries alone"],
  "card-to-card": ["labels, events and names that reach another card", "prefixes; events of a card are heard in its root alone"],
  "code-as-text": [
    "texts for timers, handlers as attributes, markup by script",
    "functions of the template alone are called; written markup is judged",
  ],
  floods: ["logs, requests, attributes and listeners without number", "each has a count, and what it is charged"],
  "host-failures": ["refs and answers that make the host's own code throw", "what a card throws ends in the card"],
  "host-values": ["events, elements, errors and answers as ways to the page", "facades; answers are copied in by kind"],
  markup: ["ids, links and forms written by script", "the same policy as for what is rendered"],
  outside: ["parents, selectors, points and focus outside of the root", "walks end at the card's root"],
  "own-tree": ["moving and changing what the renderer owns", "what was rendered is read; what the card made is its own"],
  platform: [
    "the dialog, the frames, the charts of platform components",
    "they open by what a reader does, and are no elements of the template",
  ],
  reentrance: [
    "renders, requests and events that begin again inside of themselves",
    "each entry is counted, and shares the budget of the one around it",
  ],
  rows: ["reading, filling, saving what an agent edits", "editors are closed to the template, by every way of looking"],
  swallow: ["limits caught in effects, handlers, promises and boundaries", "a limit passes all of them, and stops the card"],
};
