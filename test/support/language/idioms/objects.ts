import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

const getter = 'Object.defineProperty({ a: 1 }, "g", { get() { log("get"); return 2; }, enumerable: true, configurable: true })';
const bases: readonly (string | Idiom)[] = [
  '({ b: 1, 2: "x", a: 3, 1: "y", "-1": 4, "01": 5 })',
  getter,
  'Object.defineProperty({ z: 1 }, "given", { value: 3, enumerable: true, configurable: true, writable: true })',
  "Object.freeze({ a: [1], b: 2 })",
  "Object.seal({ a: 1 })",
  "Object.preventExtensions({ a: 1 })",
  "[7, 8]",
  '"ab"',
  "null",
  "5",
  "new (class { f = 1; m() {} })()",
  (place) => value(place, "record"),
];

const writes = [
  "o.a = 9;",
  "o.n = 1;",
  "delete o.a;",
  "delete o?.b;",
  "o.a++;",
  "o.a ??= 1;",
  "o[1] = 2;",
  "o.length = 1;",
  "delete o.given;",
  'delete o["z"];',
  "o.n ||= log(4);",
  "o.given = 4;",
];
const reads: readonly (string | Idiom)[] = [
  "{ ...o, b: 0, ...{ a: 5 } }",
  "Object.keys(o)",
  "Object.entries(o)",
  "Object.values(o)",
  "Object.getOwnPropertyNames(o)",
  "JSON.stringify(o)",
  "[Object.isFrozen(o), Object.isSealed(o), Object.isExtensible(o)]",
  "Object.getOwnPropertyDescriptor(o, 'a')",
  "Object.assign({}, o, null, [1], 'x')",
  "['a' in o, Object.hasOwn(o, 'a'), o.hasOwnProperty?.('b'), 1 in o]",
  "(() => { const r = []; for (const k in o) r.push(k); return r; })()",
  "structuredClone(o)",
  "[o?.a?.b, o?.['a'], o?.m?.(), o.zz?.b.c.d, o.zz?.(log('not')), (o?.a).b]",
  "(({ a, ...r }) => [a, r])(o)",
  "o.toString()",
  "Object.fromEntries(Object.entries(o).map(([k, v]) => [k + 1, v]))",
  (place) => `[o.propertyIsEnumerable(${choose(place, scalars)}), o.valueOf() === o]`,
];

/** Records: order of keys, spreads, descriptors, integrity, optional chains, failing writes. */
export const objects: readonly Idiom[] = [
  (place) => {
    const steps = place.choices.several(1, 4, () =>
      caught(choose(place, [...writes, `log(${choose(place, reads)});`, `log(${choose(place, reads)});`])),
    );
    return caught(`const o = ${choose(place, bases)}; ${steps.join(" ")} log(o);`);
  },
  (place) =>
    caught(
      `log({ [log("k1")]: log(1), ...log({ s: 2 }), k1: log(3), "k1": 4, [\`\${${choose(place, scalars)}}\`]: ${inner(place)}, 3: 3, async: 1, get: 2, "a-b": 3, m() { return 1; }, async n() {}, *o() {} });`,
    ),
  (place) =>
    caught(
      `const o = {}; Object.defineProperties(o, { a: { value: 1, writable: true, enumerable: true, configurable: true }, b: { get() { return this.a; }, enumerable: true, configurable: true } }); ${choose(place, writes)} log([o.a, o.b, Object.keys(o), Object.getOwnPropertyDescriptor(o, "a")]);`,
    ),
  (place) =>
    caught(
      `let a = ${choose(place, ["null", "undefined", "0", "({ b: null })", "({ b: { c: () => [1] } })", '""'])}; log(a?.b.c()[0]); log(a?.[log("k")]); log(a?.b?.(log("arg"))); log(delete a?.b); log(typeof a?.b); log(a?.b ?? "none"); log(\`\${a?.b}\`);`,
    ),
  (place) =>
    caught(
      `let a = ${choose(place, ["0", '""', "null", "undefined", "1", "NaN"])}; const o = { a }; log([(a ||= log(1)), (a &&= log(2)), (a ??= log(3)), (o.a ??= log(4)), (o[log("a")] ||= log(5)), (o.b &&= log(6)), o]);`,
    ),
  (place) =>
    caught(
      `const l = [${choose(place, scalars)}, ${choose(place, scalars)}, ${choose(place, scalars)}]; ${choose(place, ["l.length = 1;", "l.x = 1;", 'l["1"] = 5;', "l.length = 'x';", "l.length = 4.5;", "l[-1] = 0;", "Object.freeze(l); l.push(1);", "Object.freeze(l); l.sort();", "Object.seal(l); l.pop();"])} log([l, l.length, Object.keys(l), l.x, l[-1]]);`,
    ),
  (place) =>
    caught(
      `const o = { toJSON(k) { log(k); return ${choose(place, ["this.x", "{ y: 1 }", "undefined", "[2]", "() => 1", "NaN"])}; }, x: 1 }; log(JSON.stringify(${choose(place, ["o", "{ o, n: [o, undefined, () => 1, NaN, -0] }", "[o]"])}, ${choose(place, ["null", '["x", "o", 1]', '(k, v) => { log(k); return k === "n" ? undefined : v; }', "[]"])}, ${choose(place, ["0", "2", '"--"', "99", '"              "', "new Date(1)", "-1"])}));`,
    ),
  (place) =>
    caught(
      `log(JSON.parse(${choose(place, ['\'{"a":[1,{"b":null}],"__proto__x":2}\'', "'[1,2,3]'", "' 1e3 '", "'[1,]'", "'\"\\\\u0041\\\\n\"'", '\'{"a":1,"a":2}\'', "'nul'", "''", "'-0'", "'01'", "'\"\\t\"'"])}${choose(place, ["", ", (k, v) => (log(k), v)", ", (k, v) => (k === 'a' || k === '1' ? undefined : v)", ", function (k, v) { return k === '' ? v : this === v ? 1 : [v]; }", ", 5"])}));`,
    ),
];
