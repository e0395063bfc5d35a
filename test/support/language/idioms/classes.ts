import { openBody, type Place } from "../place.ts";
import { caught, choose, type Idiom, inner, scalars } from "./idiom.ts";

/** What a class may extend; empty for nothing. The language has no subclasses of arrays. */
const heritages: readonly string[] = [
  "",
  "",
  "Base",
  "Base",
  "Error",
  "TypeError",
  "Map",
  "Set",
  "(log('h'), Base)",
  "Old",
  "class { k() { return 'k'; } }",
  "null",
  "undefined",
  "5",
  "(() => 1)",
];

const expression = (place: Place) => inner({ ...place, names: [] });
const keys = ["m", '"n"', "7", "[log('key')]", '["a" + 1]', "async", "get", "static", "of"];

/** Members of every form: public, private, static; methods, accessors, fields, blocks; computed names. */
const members: readonly Idiom[] = [
  (place) => `${choose(place, keys)} = ${expression(place)};`,
  (place) => `static ${choose(place, keys)} = log(${expression(place)});`,
  (place) =>
    `${choose(place, ["", "static "])}${choose(place, keys)}(...p) { return [p.length, typeof this, ${choose(place, ["this.m", "super.toString", "super.m?.(1)", "typeof super.n"])}]; }`,
  (place) =>
    `${choose(place, ["", "static "])}get ${choose(place, ["g", '"m"', "[`h`]"])}() { log("get"); return ${choose(place, scalars)}; }`,
  () => 'set g(v) { log(["set", v]); }',
  (place) =>
    `#p = ${expression(place)}; p() { return this.#p; } set(v) { return (this.#p ${choose(place, ["=", "+=", "??=", "||="])} v); } has(o) { return #p in o; } take(o) { return o.#p; }`,
  () =>
    "#q(a) { return [a, this.m]; } q() { return this.#q(1); } get #r() { return log('r'); } set #r(v) { log(v); } r() { return [this.#r, (this.#r = 2), this.#r++]; } w() { this.#q = 1; }",
  (place) =>
    `static #s = ${choose(place, scalars)}; static s() { return [this.#s, this?.#s, #s in this]; } static #t() { return 3; } static t() { return this.#t(); }`,
  (place) =>
    `static { log(typeof this); this.made = ${expression(place)}; ${choose(place, ["", "try { log(super.m); } catch (e) { log(kind(e)); }"])} }`,
  () => "*i() { yield this.m; yield* super.i?.() ?? []; } async j() { return await super.m?.(1); } async *k2() { yield 1; }",
  () => "f = () => [this.m, super.m?.name]; static f2 = this.name; f3 = new.target_ ?? 1;".replace("new.target_", "this.zz"),
  (place) =>
    `valueOf() { log("v"); return ${choose(place, scalars)}; } toString() { log("s"); return ${choose(place, scalars)}; } toJSON(k) { return [k, 1]; }`,
];

function writeConstructor(place: Place, derived: boolean): string {
  const body = [
    derived
      ? choose(place, [
          "super(p);",
          "super(...arguments);",
          "const s = () => super(p); s();",
          "if (p !== 1) super(p);",
          "super(); super();",
          "",
        ])
      : "",
    choose(place, ["this.b = p;", "log(this.m);", "", "this.c = [...arguments];"]),
    choose(place, ["", "", "", "return;", "return { own: 1 };", "return 5;"]),
  ];
  return `constructor(p = ${expression(place)}) { try { ${body.slice(0, 2).join(" ")} } finally { log("made"); } ${body[2]} }`;
}

const uses: readonly ((name: string) => Idiom)[] = [
  (name) => () => `log(new ${name}(1));`,
  (name) => () => `log(${name}());`,
  (name) => () => `const o = new ${name}(2); log([o.p?.(), o.set?.(3), o.has?.(o), o.has?.({}), o.q?.(), o.r?.(), o.m, o.n, o.g, o[7]]);`,
  (name) => () =>
    `const o = new ${name}(); o.g = 1; o.g += 2; o.m = 5; log(o); log(Object.keys(o)); log(JSON.stringify(o)); log({ ...o });`,
  (name) => () => `log([${name}.name, ${name}.length, typeof ${name}, ${name}.s?.(), ${name}.t?.(), ${name}.m, ${name}.made, ${name}.f2]);`,
  (name) => () =>
    `const o = new ${name}(); log([o instanceof ${name}, o instanceof Base, o instanceof Error, o instanceof Map, o instanceof Object]);`,
  (name) => () => `const o = new ${name}(); log(drive(o.i())); o.j().then(log, (e) => log(kind(e))); log(o.f?.());`,
  (name) => () => `const o = new ${name}(); log(o + 1); log(\`\${o}\`); log(o == 1); log([o] + "");`,
  (name) => () => `const { m, p } = new ${name}(); log(typeof m); log(p());`,
  (name) => () => `log(new ${name}().take({}));`,
  (name) => () => `new ${name}().w();`,
  (name) => () =>
    `log(Object.getOwnPropertyNames(new ${name}()).filter((k) => k !== "stack" && k !== "message").sort()); log("m" in new ${name}()); log(delete new ${name}().m);`,
  (name) => () => `${name} = 1;`,
  (name) => () =>
    `class Sub extends ${name} { m() { return ["sub", super.m?.()]; } static m() { return super.m; } get g() { return [super.g]; } set g(v) { super.g = v; } static set z(v) { super.z = v; } static w() { super.y = 1; return super.y; } } const o = new Sub(1); log(o.m()); o.g = 4; log([o.g, Sub.m(), o, Sub.w(), Sub.y]); Sub.z = 1;`,
];

/** Classes with members of every form, made, asked, extended and misused. */
export const classes: readonly Idiom[] = [
  (place) => {
    const name = place.fresh("K");
    const heritage = place.choices.from(heritages);
    const outer = openBody(place, "plain");
    const chosen = place.choices.several(1, 5, () => choose(outer, members));
    // Private names are declared once: what a class may hold twice is dropped.
    const parts = chosen.filter((part, index) => !/#|set g/.test(part) || chosen.indexOf(part) === index).filter(isFirstOfItsNames);
    // V8 evaluates computed keys before it looks at what is extended; the language looks first (15.7.14).
    if (/^(undefined|5|\(\(\))/.test(heritage)) parts.splice(0, parts.length, ...parts.filter((part) => !part.includes("[log(")));
    if (place.choices.happens(60)) parts.push(writeConstructor(outer, heritage !== ""));
    const base =
      "class Base { constructor(...p) { this.base = p.length; log('base'); } m(x) { return ['base', x]; } static m() { return 'static'; } get g() { return 'bg'; } } function Old(x) { this.old = x; } Old.prototype.m = function () { return this.old; };";
    const text = `class ${name}${heritage === "" ? "" : ` extends ${heritage}`} { ${parts.join(" ")} }`;
    const use = place.choices.several(1, 2, () => caught(place.choices.from(uses)(name)(place))).join(" ");
    return caught(`${base} ${choose(place, [text, text, `const ${name} = ${text};`])} ${use}`);
  },
];

/** Two members of one private name would be an early error. */
function isFirstOfItsNames(part: string, index: number, parts: readonly string[]): boolean {
  const declared = (text: string) => new Set(text.match(/(?<![.\w])#\w/g) ?? []);
  const before = new Set(parts.slice(0, index).flatMap((one) => [...declared(one)]));
  return [...declared(part)].every((name) => !before.has(name));
}
