import type { Place } from "../place.ts";
import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

/** Gives what a pattern assigns to or declares at each leaf. */
type Leaf = () => string;

const keys = ["a", "b", '"c"', "0", "length", '["a"]', "[`b`]", "[1]", '[log("k")]'];

const fallback = (place: Place) => (place.choices.happens(40) ? ` = log(${inner(place)})` : "");

/** Writes a pattern of any form; every leaf is another one. */
function writePattern(place: Place, leaf: Leaf, levels: number): string {
  const one = (): string => `${levels > 0 && place.choices.happens(30) ? writePattern(place, leaf, levels - 1) : leaf()}${fallback(place)}`;
  const rest = place.choices.happens(35);
  if (place.choices.happens(50)) {
    const items = place.choices.several(0, 3, () => (place.choices.happens(15) ? "" : one()));
    return `[${[...items, ...(rest ? [`...${leaf()}`] : [])].join(", ")}]`;
  }
  const entries = place.choices.several(0, 3, () => `${choose(place, keys)}: ${one()}`);
  return `{ ${[...entries, ...(rest ? [`...${leaf()}`] : [])].join(", ")} }`;
}

/** Values that patterns take apart, or fail on. */
const sources: readonly (string | Idiom)[] = [
  "[1, [2], { a: 3 }]",
  '({ a: [1, 2], b: { a: "x", length: 4 }, c: null, 0: "zero" })',
  '"a😀b"',
  "[undefined, null]",
  "({})",
  "new Map([[1, { a: 2 }]])",
  "(function* () { try { yield 1; yield [2, 3]; } finally { log(0); } })()",
  "null",
  "undefined",
  "7",
  (place) => value(place, "record"),
  (place) => value(place, "list"),
];

/** Writes a pattern with declared names, and them. */
function writeDeclared(place: Place): { readonly pattern: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const leaf = () => {
    const name = place.fresh("d");
    names.push(name);
    return name;
  };
  return { pattern: writePattern(place, leaf, 2), names };
}

/** Destructuring in every position that has a target. */
export const patterns: readonly Idiom[] = [
  (place) => {
    const { pattern, names } = writeDeclared(place);
    return caught(`${choose(place, ["const", "let", "var"])} ${pattern} = ${choose(place, sources)}; log([${names}]);`);
  },
  (place) => {
    const first = writeDeclared(place);
    const second = writeDeclared(place);
    const names = [...first.names, ...second.names];
    const form = choose(place, ["(", "function (", "async ("]);
    const head = `${first.pattern}, ${second.pattern} = ${choose(place, sources)}`;
    const fn =
      form === "function (" ? `function (${head}) { log([${names}]); return arguments.length; }` : `${form}${head}) => log([${names}])`;
    const call = `(${fn})(${choose(place, sources)}${choose(place, ["", `, ${choose(place, sources)}`])})`;
    return form === "async (" ? `${call}.then(log, (e) => log(kind(e)));` : caught(`log(${call});`);
  },
  (place) => {
    const { pattern, names } = writeDeclared(place);
    return caught(`try { throw ${choose(place, sources)}; } catch (${pattern}) { log([${names}]); }`);
  },
  (place) => {
    const { pattern, names } = writeDeclared(place);
    return caught(
      `for (${choose(place, ["const", "let", "var"])} ${pattern} of [${choose(place, sources)}, ${choose(place, sources)}]) { log([${names}]); }`,
    );
  },
  (place) => {
    const { pattern, names } = writeDeclared(place);
    return caught(`for (const ${pattern} in { abc: 1, 12: 2 }) log([${names}]);`);
  },
  (place) => {
    const { pattern, names } = writeDeclared(place);
    return caught(`for (let ${pattern} = ${choose(place, sources)}, n = 0; n < 2; n++) log([${names}]);`);
  },
  (place) => {
    const targets = ["t.x", 't["y"]', "t.l[0]", "u", "t.l.length"];
    const pattern = writePattern(place, () => choose(place, targets), 2);
    return caught(`let u = 0; const t = { l: [1] }; log((${pattern} = ${choose(place, sources)}) === t); log([t, u]);`);
  },
  (place) => {
    const pattern = writePattern(place, () => choose(place, ["this.#p", "this.q", "super.r"]), 1);
    return caught(
      `log(new (class extends Map { #p = 1; q; m(v) { (${pattern} = v); return [this.#p, this.q, this.r]; } })().m(${choose(place, sources)}));`,
    );
  },
  (place) =>
    caught(
      `let s = 1; for (s of [${choose(place, scalars)}, 2]) log(s); for ([s] of [[3], []]) log(s); for ({ s = log(4) } of [{}]) log(s); for (s in { k: 1 }) log(s);`,
    ),
];
