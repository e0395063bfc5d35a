/**
 * Property names whose mention makes analysis assume that a template writes to data: methods that change their
 * receiver or first argument, and those by which a method can be called on another receiver. The bag is then copied
 * before the render, so that nothing of the host's data changes. A name too many costs a copy; one too few would be
 * a hole, so the table test compares it with the intrinsics and facades that are marked as mutating.
 */
export const mutatorNames: ReadonlySet<string> = new Set([
  // Array
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
  // Object
  "assign",
  "defineProperty",
  "defineProperties",
  "freeze",
  "seal",
  "preventExtensions",
  "setPrototypeOf",
  // lodash
  "set",
  "setWith",
  "update",
  "updateWith",
  "unset",
  "merge",
  "mergeWith",
  "assignIn",
  "extend",
  "assignWith",
  "assignInWith",
  "extendWith",
  "defaults",
  "defaultsDeep",
  "pull",
  "pullAll",
  "pullAllBy",
  "pullAllWith",
  "pullAt",
  "remove",
  "transform",
  // calling by name or with another receiver
  "call",
  "apply",
  "bind",
  "bindKey",
  "bindAll",
  "invoke",
  "invokeMap",
  "method",
  "methodOf",
  "result",
  "partial",
  "partialRight",
  "thru",
  "tap",
  "attempt",
]);
