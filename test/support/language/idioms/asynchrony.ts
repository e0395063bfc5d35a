import type { Place } from "../place.ts";
import { caught, choose, type Idiom, inner, scalars } from "./idiom.ts";

/** What may be awaited: settled, late, failed, and what only looks like a promise. */
const awaited: readonly (string | Idiom)[] = [
  "1",
  "Promise.resolve(2)",
  'Promise.reject("no")',
  "new Promise((r) => r(3))",
  'new Promise((r, j) => { j("j"); r(1); })',
  "Promise.resolve(4).then((x) => x + 1)",
  '({ then(r) { log("then"); r(5); } })',
  '({ then(r, j) { log("then"); j("thenable"); r(1); } })',
  '({ then() { throw "broken"; } })',
  "({ then: 1 })",
  "Promise.resolve({ then(r) { r(Promise.resolve(6)); } })",
  "(async () => 7)()",
  '(async () => { throw "async"; })()',
  (place) => inner(place),
  (place) => `Promise.resolve(${inner(place)}).finally(() => { log("finally"); ${choose(place, ["", 'throw "f";', "return 1;"])} })`,
];

const promise = (place: Place) => choose(place, awaited);

const steps: readonly Idiom[] = [
  (place) => `log(await ${promise(place)});`,
  (place) => `const [a = await ${promise(place)}, b] = [undefined, await ${promise(place)}]; log([a, b]);`,
  (place) =>
    `try { log(await ${promise(place)}); } catch (e) { log(kind(e)); } finally { log("f"); ${choose(place, ["", "await 0;", "return 1;"])} }`,
  (place) => `for (const x of [1, 2]) { log(x); await ${promise(place)}; if (${inner(place, "plain", "truth")}) break; }`,
  (place) => `for await (const x of [${promise(place)}, ${promise(place)}]) log(x);`,
  (place) =>
    `for await (const x of (function* () { try { yield ${promise(place)}; yield 2; } finally { log("shut"); } })()) { log(x); ${choose(place, ["", "break;"])} }`,
  (place) => `log(await Promise.${choose(place, ["all", "race", "any", "allSettled"])}([${promise(place)}, ${promise(place)}]));`,
  (place) => `log((await ${promise(place)}) + (await ${promise(place)}));`,
  (place) => `log({ a: await ${promise(place)}, ...(await ({ b: 1 })) });`,
  (place) => `switch (await ${promise(place)}) { case await 1: log("one"); default: log("other"); }`,
  (place) => `if (await ${promise(place)}) return await ${promise(place)};`,
  (place) => `log(\`\${await ${promise(place)}}|\${await 1}\`);`,
  (place) => `let n = 1; n += await ${promise(place)}; n ??= await 2; log(n);`,
  (place) => `await null; throw ${choose(place, scalars)};`,
];

const handlers = [
  "log",
  "(x) => { log(x); return [x]; }",
  '(x) => { throw "t"; }',
  "undefined",
  "(x) => Promise.resolve(x)",
  "(x) => ({ then: log })",
];

function writeBody(place: Place): string {
  return place.choices
    .several(1, 3, () => choose(place, steps))
    .map((step) => `{ ${step} }`)
    .join(" ");
}

/** Async generators, whose requests queue up. */
const asyncGenerators: readonly Idiom[] = [
  (place) => {
    const name = place.fresh("a");
    const calls = place.choices.several(
      2,
      4,
      () => `it.${choose(place, ["next", "next", "return", "throw"])}(${choose(place, scalars)}).then(log, (e) => log(kind(e)));`,
    );
    return `async function* ${name}() { try { log(yield ${promise(place)}); yield* ${choose(place, ["(function* () { try { yield 1; yield 2; } finally { log(0); } })()", "(async function* () { yield 3; return 4; })()"])}; return ${promise(place)}; } finally { log("shut"); ${choose(place, ["", "yield 9;", "await 1;"])} } } { const it = ${name}(); ${calls.join(" ")} }`;
  },
  (place) => {
    const name = place.fresh("a");
    return `async function* ${name}() { for (let i = 0; i < 3; i++) { try { yield ${promise(place)}; } finally { log(i); } } } (async () => { for await (const [x = 1] of [[await 1], []]) log(x); for await (const x of ${name}()) { log(x); ${choose(place, ["break;", "continue;", 'throw "out";', ""])} } })().catch((e) => log(kind(e)));`;
  },
];

/** Promises and async functions; what is logged shows the order of jobs. */
export const asynchrony: readonly Idiom[] = [
  (place) => `(async (p = ${inner(place)}) => { ${writeBody(place)} })().then(log, (e) => log(kind(e)));`,
  (place) =>
    `(async () => { ${writeBody(place)} })().then(log, (e) => log(kind(e))); (async () => { ${writeBody(place)} })().catch((e) => log(kind(e)));`,
  (place) => {
    const links = place.choices.several(1, 4, () => `.${choose(place, ["then", "then", "catch", "finally"])}(${choose(place, handlers)})`);
    return caught(
      `${choose(place, ["Promise.resolve(1)", 'Promise.reject("r")', "new Promise((r) => { log(0); r(1); })"])}${links.join("")}.then(log, (e) => log(kind(e))); log("sync");`,
    );
  },
  (place) =>
    `Promise.${choose(place, ["all", "race", "any", "allSettled"])}([${promise(place)}, ${promise(place)}, ${promise(place)}]).then(log, (e) => log(kind(e)));`,
  (place) =>
    `const ${place.fresh("o")} = class { async m(a, b = ${inner(place)}) { return [await a, b, this.n]; } static async s() { return await super.toString?.call(1) ?? 1; } n = 1; };`,
  (place) => choose(place, asyncGenerators),
];
