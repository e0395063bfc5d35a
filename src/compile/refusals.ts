/** Syntax that the language does not have: what it is, why, what to do instead. Keyed by what the lowering met. */
export const refusals: ReadonlyMap<string, { readonly what: string; readonly why: string; readonly help: string }> = new Map([
  ["import", { what: "`import`", why: "components and helpers are globals; nothing can be loaded", help: "use the names in scope" }],
  ["export", { what: "`export`", why: "a template is a script; its view is its last value", help: "remove it" }],
  [
    "meta",
    { what: "a meta property (`import.meta`, `new.target`)", why: "a template knows nothing of the page that loads it", help: "remove it" },
  ],
  ["with", { what: "`with`", why: "names have to resolve when the template is compiled", help: "read the properties by name" }],
  ["debugger", { what: "`debugger`", why: "a card can't stop the page", help: "remove it" }],
  ["bigint", { what: "a bigint", why: "values are numbers and strings", help: "use a number" }],
  ["accessor", { what: "a getter or setter in an object literal", why: "reading a property never runs code", help: "use a method" }],
  [
    "proto",
    {
      what: "`__proto__` in an object literal",
      why: "objects of a template have no prototype to set",
      help: "copy the properties with a spread",
    },
  ],
  ["super", { what: "`super` outside of a class", why: "object literals have no prototype", help: "call the function by its name" }],
  ["decorator", { what: "a decorator", why: "it is not JavaScript that browsers run", help: "call the function" }],
  ["syntax", { what: "this syntax", why: "it has no meaning in a KView", help: "write it in ordinary JavaScript" }],
]);
