import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

/** What a generator does when it is closed, or thrown into. */
const endings: readonly Idiom[] = [
  () => 'log("closed");',
  () => 'log("closed"); yield "late";',
  (place) => `log("closed"); return ${choose(place, scalars)};`,
  (place) => `log("closed"); throw ${choose(place, scalars)};`,
  () => 'log("closed"); try { yield 8; } finally { log("twice"); }',
];

/** Declares a generator that tells all that is done to it. */
function writeTracked(place: Parameters<Idiom>[0]): { readonly name: string; readonly text: string } {
  const name = place.fresh("g");
  const yields = place.choices.several(1, 3, () => `log(yield ${inner(place, "generator")});`).join(" ");
  const handler = place.choices.happens(40)
    ? `catch (e) { log(kind(e)); ${choose(place, ["", "yield 7;", "throw e;", "return 6;"])} }`
    : "";
  const text = `function* ${name}(...p) { log("open"); try { ${yields} return ${inner(place)}; } ${handler} finally { ${choose(place, endings)} } }`;
  return { name, text };
}

const exits = ["break;", "continue;", "throw x;", "", "log(x);", "x = 1;", "{ if (x) break; }"];

/** Everything that walks: each closes what it leaves early, and nothing else. */
const walks: readonly ((place: Parameters<Idiom>[0], source: string) => string)[] = [
  (place, source) => `for (let x of ${source}) { log(x); ${choose(place, exits)} }`,
  (place, source) => `const [x, y = log(${inner(place)})] = ${source}; log([x, y]);`,
  (_, source) => `const [, ...x] = ${source}; log(x);`,
  (_, source) => `const [] = ${source};`,
  (_, source) => `let x, o = {}; [x, o.a, [...o.b] = ["z"]] = ${source}; log([x, o]);`,
  (place, source) => `const [{ a } = ${inner(place)}, { b = log(2) }] = ${source}; log([a, b]);`,
  (_, source) => `log([...${source}, ...${source}]);`,
  (_, source) => `log(Math.max(...${source}));`,
  (place, source) => `log(new ${choose(place, ["Set", "Map"])}(${source}));`,
  (_, source) => `log(Array.from(${source}, (x, i) => { if (i > 1) throw "enough"; return [x, i]; }));`,
  (_, source) => `((x, [y] = ${source}, ...z) => log([x, y, z]))(...${source});`,
  (place, source) =>
    `l: for (const x of ${source}) for (const y of ${source}) { log([x, y]); ${choose(place, ["continue l;", "break l;", "break;"])} }`,
  (place, source) =>
    `(() => { for (const x of ${source}) { try { return log(x); } finally { ${choose(place, ["log(9);", "break;", "continue;"])} } } })();`,
  (_, source) => `function* d() { log(yield* ${source}); return 5; } log(drive(d()));`,
  (place, source) => {
    const steps = place.choices.several(
      1,
      5,
      () => `log(it.${choose(place, ["next", "return", "throw", "next"])}(${choose(place, scalars)}));`,
    );
    return `const it = ${source}; ${steps.map((step) => caught(step)).join(" ")}`;
  },
  (place, source) => {
    const steps = place.choices.several(1, 4, () => `log(it.${choose(place, ["next", "return", "throw"])}(${choose(place, scalars)}));`);
    return `const it = (function* () { try { return yield* ${source}; } finally { log("outer"); } })(); ${steps.map((step) => caught(step)).join(" ")}`;
  },
  (_, source) => `const it = ${source}; for (const x of it) { log(x); break; } log([...it]);`,
  (_, source) => `for (const x of ${source}) { log(x); for (const y of ${source}) { log(y); throw "inside"; } }`,
];

/** Built-in iterators, one element at a time, while what they walk changes. */
const builtIn: readonly Idiom[] = [
  (place) =>
    `const s = new Set([1, 2, 3]); for (const x of s) { log(x); if (x < 3) ${choose(place, ["s.delete(x + 1);", "s.add(x + 5);", "s.clear();"])} }`,
  (place) =>
    `const m = new Map([["a", 1], ["b", 2]]); for (const [k, v] of m) { log(k + v); if (v < 2) ${choose(place, ['m.delete("b");', 'm.set("c", 4);', 'm.set("a", 7);'])} }`,
  (place) =>
    `const l = [1, 2, 3]; for (const x of l) { log(x); if (x < 3) ${choose(place, ["l.push(x + 3);", "l.pop();", "l.shift();", "l.length = 1;"])} }`,
  (place) =>
    `const it = ${choose(place, ["[1, 2].values()", "[1, 2].entries()", '"ab".matchAll(/./g)', "new Map([[1, 2]]).keys()", "new Set([1]).entries()"])}; log(it.next()); log([...it]); log(it.next());`,
  (place) => `const o = { a: 1, b: 2, 3: 4 }; for (const k in o) { log(k); ${choose(place, ["delete o.b;", "o.z = 1;", "o.a++;"])} }`,
  (place) => `for (const x of ${choose(place, ["null", "undefined", "5", "({})", "true", '"😀a"', "[,1]"])}) log(x);`,
];

/** Walks over generators that log how they are opened, stepped and closed. */
export const iteration: readonly Idiom[] = [
  (place) => {
    const { name, text } = writeTracked(place);
    return `${text} ${caught(place.choices.from(walks)(place, `${name}()`))}`;
  },
  (place) => {
    const { name, text } = writeTracked(place);
    const another = place.choices.from(walks)(place, `${name}(${value(place)})`);
    return `${text} ${caught(place.choices.from(walks)(place, `${name}()`))} ${caught(another)}`;
  },
  (place) => caught(choose(place, builtIn)),
];
