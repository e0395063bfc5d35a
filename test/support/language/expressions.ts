import { writeBlockFunction, writeCallback, writeCalled } from "./functions.ts";
import { chooseName, deeper, type Place, type Sort } from "./place.ts";

type Production = (place: Place) => string;

const number = (place: Place) => writeExpression(place, "number");
const text = (place: Place) => writeExpression(place, "text");
const truth = (place: Place) => writeExpression(place, "truth");
const list = (place: Place) => writeExpression(place, "list");
const record = (place: Place) => writeExpression(place, "record");
const any = (place: Place) => writeExpression(place, "any");

/** What a method is called on, or a member read of: a number needs parentheses there. */
const of = (place: Place, sort: Sort) => writeExpression(place, sort).replace(/^[\d.]+(e\d+)?$/, "($&)");

const keys = ["a", "b", "c", "length", "0", "1"];
const key = (place: Place) => place.choices.from(keys);

/** Literals: where an expression ends. The first is what a used-up stream writes. */
const leaves: Readonly<Record<Sort, readonly string[]>> = {
  number: ["0", "1", "2", "3", "(-1)", "0.5", "10", "NaN", "(-0)", "7", "1e21", "Infinity"],
  text: ['"a"', '""', '"b"', '"10"', '"héllo"', '" x "', '"a,b"', '"😀"', '"0"'],
  truth: ["true", "false"],
  list: ["[]", "[1]", "[1, 2, 3]", '["b", "a"]', "[[1], [2, 3]]", "[null, undefined]", "[3, 1, 2]"],
  record: ["({})", "({ a: 1 })", '({ b: 2, a: "x" })', "({ a: { b: { c: 1 } } })", "({ a: [1, 2], c: null })", "({ a: undefined })"],
  any: ["null", "undefined", "1", '"a"', "true", "false", "[1]", "({ a: 1 })"],
};

const arithmetic = ["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"];
const comparisons = ["<", ">", "<=", ">=", "==", "!=", "===", "!=="];

const productions: Readonly<Record<Sort, readonly Production[]>> = {
  number: [
    (place) => `(${number(place)} ${place.choices.from(arithmetic)} ${number(place)})`,
    (place) => `(${any(place)} ${place.choices.from(arithmetic)} ${any(place)})`,
    (place) => `(${place.choices.from(["-", "+", "~"])} ${any(place)})`,
    (place) => `${of(place, "text")}.length`,
    (place) => `${of(place, "list")}.length`,
    (place) =>
      `Math.${place.choices.from(["floor", "max", "min", "abs", "sign", "round", "trunc", "ceil"])}(${number(place)}, ${any(place)})`,
    (place) => `${place.choices.from(["Number", "parseInt", "parseFloat"])}(${any(place)})`,
    (place) => `${of(place, "list")}.${place.choices.from(["indexOf", "lastIndexOf", "push", "unshift"])}(${writeScalar(place)})`,
    (place) => `${of(place, "text")}.${place.choices.from(["indexOf", "charCodeAt", "search"])}(${writeScalar(place)})`,
    (place) => `${of(place, "list")}.${place.choices.from(["reduce", "reduceRight"])}(${writeCallback(place, 2)}, ${number(place)})`,
    (place) => `${of(place, "list")}.findIndex(${writeCallback(place, 2)})`,
    (place) => writeUpdate(place),
    (place) => `new ${place.choices.from(["Set", "Map"])}(${of(place, "list")}.map((p) => [p, p])).size`,
    (place) => writeMemberUpdate(place),
  ],
  text: [
    (place) => `(${text(place)} + ${any(place)})`,
    (place) => `\`${text(place) === '"a"' ? "t" : ""}\${${any(place)}}|\${${any(place)}}\``,
    (place) => `String(${any(place)})`,
    (place) => `(typeof ${any(place)})`,
    (place) => `${of(place, "text")}.${place.choices.from(["toUpperCase", "trim", "toLowerCase", "trimEnd"])}()`,
    (place) =>
      `${of(place, "text")}.${place.choices.from(["slice", "substring", "at", "charAt", "padStart"])}(${place.choices.below(5) - 2}, ${place.choices.below(4)})`,
    (place) => `${of(place, "text")}.repeat(${place.choices.below(3)})`,
    (place) => `${of(place, "text")}.${place.choices.from(["replace", "replaceAll"])}(${text(place)}, ${text(place)})`,
    (place) => `${of(place, "list")}.join(${text(place)})`,
    (place) => `JSON.stringify(${any(place)})`,
    (place) => `${of(place, "number")}.toFixed(${place.choices.below(3)})`,
    (place) => `String.raw\`x\${${any(place)}}\\n\``,
    (place) =>
      `${of(place, "text")}.replace(/${place.choices.from(["[ab]", "\\s+", "(.)", "x|y", "^"])}/${place.choices.from(["", "g"])}, ${writeCallback(place, 2)})`,
    (place) => `JSON.stringify(${any(place)}, ${place.choices.from(["null, 1", '["a", "b"]', "(p, q) => (q === 1 ? undefined : q)"])})`,
  ],
  truth: [
    (place) => `(${any(place)} ${place.choices.from(comparisons)} ${any(place)})`,
    (place) => `(!${any(place)})`,
    (place) => `(${number(place)} ${place.choices.from(comparisons)} ${number(place)})`,
    (place) => `("${key(place)}" in ${place.choices.happens(50) ? record(place) : list(place)})`,
    (place) => `${of(place, "list")}.${place.choices.from(["includes"])}(${any(place)})`,
    (place) => `${of(place, "text")}.${place.choices.from(["includes", "startsWith", "endsWith"])}(${text(place)})`,
    (place) => `${of(place, "list")}.${place.choices.from(["some", "every"])}(${writeCallback(place, 2)})`,
    (place) => `Array.isArray(${any(place)})`,
    (place) => `(${any(place)} instanceof ${place.choices.from(["Object", "Array", "Error"])})`,
    (place) => `(delete ${of(place, "record")}.${place.choices.from(["a", "b"])})`,
    (place) => `Object.is(${any(place)}, ${any(place)})`,
    (place) => `/${place.choices.from(["^\\d+$", "a.?b", "[^a-z]", "(?:1|2){2}"])}/.test(${any(place)})`,
    (place) => `new Set(${list(place)}).has(${any(place)})`,
  ],
  list: [
    (place) => `[${place.choices.several(0, 3, () => (place.choices.happens(25) ? `...${list(place)}` : any(place))).join(", ")}]`,
    (place) => `${of(place, "list")}.map(${writeCallback(place, 2)})`,
    (place) => `${of(place, "list")}.filter(${writeCallback(place, 2)})`,
    (place) => `${of(place, "list")}.slice(${place.choices.below(4) - 2})`,
    (place) => `${of(place, "list")}.concat(${any(place)})`,
    (place) => `${of(place, "list")}.flatMap(${writeCallback(place, 1)})`,
    (place) => `${of(place, "text")}.split(${text(place)})`,
    (place) => `Object.${place.choices.from(["keys", "values", "entries"])}(${record(place)})`,
    (place) => `[...${list(place)}].sort(${place.choices.happens(50) ? "(p, q) => (p > q ? 1 : p < q ? -1 : 0)" : ""})`,
    (place) => `[...${place.choices.happens(50) ? `new Set(${list(place)})` : text(place)}]`,
    (place) => `${of(place, "list")}.${place.choices.from(["toReversed()", "flat()", "splice(0, 1)", "toSpliced(1, 1)"])}`,
    (place) => writeCalled(place, "generator"),
    (place) => `[...${of(place, "text")}.matchAll(/[a-z]/g)].map((p) => p[0] + p.index)`,
    (place) => `[...new Map(Object.entries(${record(place)}))]`,
    (place) => `${of(place, "list")}.forEach(${writeCallback(place, 2)}) ?? []`.replace(/^.*$/s, "($&)"),
    (place) => `Array.from({ length: ${place.choices.below(4)} }, ${writeCallback(place, 2)})`,
  ],
  record: [
    (place) => `({ ${place.choices.several(0, 3, () => writeProperty(place)).join(", ")} })`,
    (place) => `Object.fromEntries([[${writeScalar(place)}, ${any(place)}]])`,
    (place) => `Object.assign({}, ${record(place)}, ${any(place)})`,
    (place) => writeCalled(place, "class"),
    (place) =>
      `new (class { n = ${number({ ...place, body: "plain" })}; valueOf() { return log("value"), ${place.choices.from(leaves.any)}; } toString() { return ${place.choices.from(leaves.any)}; } })()`,
    (place) => `JSON.parse(JSON.stringify(${record(place)}))`,
    (place) => `({ a: ${any(place)}, m(p) { this.a = p; return { b: p, c: this.a }; } })?.m(${any(place)})`,
    (place) => `((p, { a = ${any({ ...place, body: "plain" })}, ...q } = {}) => ({ ...q, a, p }))(${any(place)}, ${record(place)})`,
  ],
  any: [
    (place) => writeExpression(place, place.choices.from<Sort>(["number", "text", "truth", "list", "record"])),
    (place) => `(${truth(place)} ? ${any(place)} : ${any(place)})`,
    (place) => `(${any(place)} ${place.choices.from(["&&", "||", "??"])} ${any(place)})`,
    (place) => `${of(place, "record")}.${place.choices.from(["a", "b", "c"])}`,
    (place) =>
      `${of(place, "any")}?.${place.choices.from(["a", "b?.c", "a.b", "[0]", `[${writeScalar(place)}]`, "toString?.()", "a?.(1)"])}`,
    (place) => `${of(place, "list")}[${number(place)} | 0]`,
    (place) => `${of(place, "list")}.${place.choices.from(["at(-1)", "pop()", "shift()", "at(0)"])}`,
    (place) => `${of(place, "list")}.${place.choices.from(["find", "findLast"])}(${writeCallback(place, 1)})`,
    (place) => writeCalled(place, "function"),
    (place) => `(${any(place)}, ${any(place)})`,
    (place) => `log(${any(place)})`,
    (place) => writeAssignment(place),
    (place) => writeSuspension(place),
    (place) => `(void ${any(place)})`,
    (place) => writeBlockFunction(place),
    (place) => `(${any(place)} instanceof Error ? "error" : ${any(place)})`,
  ],
};

const deepest = 4;

/** Writes an expression, in parentheses where it needs them. */
export function writeExpression(place: Place, sort: Sort): string {
  const { choices } = place;
  if (choices.below(400) === 399) return choices.from(["missing", "later"]);
  const bare = choices.below(100);
  if (place.depth >= deepest || bare < 30) {
    const name = choices.happens(65)
      ? chooseName(place, (one) => one.sort === sort || sort === "any" || (one.sort === "any" && choices.happens(20)))
      : undefined;
    return name?.name ?? choices.from(leaves[sort]);
  }
  // Now and then an operand of another sort: that is where coercions and TypeErrors are.
  const wanted = choices.happens(4) ? "any" : sort;
  return choices.from(productions[wanted])(deeper(place));
}

/** Writes an expression that gives a short primitive, safe to be kept from turn to turn. */
export function writeScalar(place: Place): string {
  const { choices } = place;
  if (choices.happens(40)) return `(${number(deeper(place))} | 0)`;
  return choices.from([...leaves.number, ...leaves.text]);
}

function writeProperty(place: Place): string {
  const { choices } = place;
  const productionsOfProperty: readonly Production[] = [
    () => `${choices.from(["a", "b", "c"])}: ${any(place)}`,
    () => `...${any(place)}`,
    () => `[\`k\${${any(place)}}\`]: ${any(place)}`,
    () => chooseName(place, () => true)?.name ?? "a: 1",
    () => `${choices.from(["1", '"b"', "0"])}: ${any(place)}`,
  ];
  return choices.from(productionsOfProperty)(place);
}

function writeUpdate(place: Place): string {
  const target = chooseName(place, (one) => one.sort === "number" && one.writable);
  if (target === undefined) return "1";
  const operator = place.choices.from(["++", "--"]);
  return place.choices.happens(50) ? `(${target.name}${operator})` : `(${operator}${target.name})`;
}

/** Writes `++` or `+=` on a member. */
function writeMemberUpdate(place: Place): string {
  const { choices } = place;
  const target = chooseName(place, (one) => one.sort === "record" && one.counter === undefined);
  if (target === undefined) return "2";
  const member = `${target.name}${choices.from([".a", ".b", "?.c", '["a"]', `[\`k\${${writeScalar(place)}}\`]`])}`;
  if (member.includes("?.")) return member;
  return choices.from([`(${member}++)`, `(--${member})`, `(${member} -= ${number(place)})`, `(${member} |= ${number(place)})`]);
}

/** Writes an assignment; to a `const` now and then, which is a TypeError. */
export function writeAssignment(place: Place): string {
  const { choices } = place;
  const target = chooseName(place, (one) => one.counter === undefined && (one.writable || choices.happens(6)));
  if (target === undefined) return "0";
  if (target.sort === "record" && choices.happens(60)) {
    return `(${target.name}.${choices.from(["a", "b", "c"])} ${choices.from(["=", "??=", "||=", "&&="])} ${writeScalar(place)})`;
  }
  const value = place.repeated || target.sort === "number" ? writeScalar(place) : writeExpression(place, target.sort);
  const growing = place.repeated ? ["=", "??=", "||=", "&&="] : ["=", "+=", "??=", "||=", "&&="];
  return `(${target.name} ${choices.from(target.sort === "number" ? ["=", "+=", "-=", "*=", "%=", "|=", "**="] : growing)} ${value})`;
}

/** Writes `yield` or `await` where the body has it. */
function writeSuspension(place: Place): string {
  const value = any(place);
  if (place.body === "generator") return place.choices.happens(20) ? `(yield* ${list(place)})` : `(yield ${value})`;
  if (place.body === "async")
    return `(await ${place.choices.happens(30) ? `Promise.${place.choices.from(["resolve", "reject"])}(${value})` : value})`;
  return value;
}
