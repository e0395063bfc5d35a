import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

const jumps = ["break;", "continue;", "break l;", "continue l;", 'throw "j";', "return 1;", "", ""];
const endings = ["break;", "", "", "continue;", "{ break; }", 'throw "c";', "if (log(1)) break;"];

const lies = [
  "0",
  "1",
  "-1",
  "NaN",
  "undefined",
  '"-1"',
  "b - a",
  "a - b",
  "a > b",
  "a < b ? -1 : 1",
  "Math.abs(a - b)",
  "log(a) - b",
  "String(a) < String(b) ? 1 : -1",
  "({ valueOf() { return b - a; } })",
  "a % 2",
];

/** Loops, labels, switches and `finally`, whose jumps overtake one another; sorts whose comparators lie. */
export const flow: readonly Idiom[] = [
  (place) => {
    const body = () =>
      `log(${choose(place, ["i", "j", "[i, j]"])}); try { ${choose(place, jumps)} ${choose(place, ["", 'throw "t";'])} } ${choose(place, ["catch (e) { log(e);", "catch { log(0);"])} ${choose(place, jumps)} } finally { log("f"); ${choose(place, jumps)} }`;
    return caught(`log((() => { l: for (let i = 0; i < 3; i++) { for (const j of [1, 2]) { ${body()} } log("i"); } return "end"; })());`);
  },
  (place) => {
    const clauses = place.choices.several(
      1,
      4,
      () => `case ${choose(place, [...scalars, "log(3)", "x"])}: log("${place.choices.below(9)}"); ${choose(place, endings)}`,
    );
    const at = place.choices.below(clauses.length + 1);
    const all = place.choices.happens(70)
      ? [...clauses.slice(0, at), `default: log("d"); ${choose(place, endings)}`, ...clauses.slice(at)]
      : clauses;
    return caught(
      `for (const x of [${choose(place, scalars)}, ${choose(place, scalars)}, 1]) { switch (${choose(place, ["x", "typeof x", "true", "log(x)"])}) { ${all.join(" ")} } log("next"); }`,
    );
  },
  (place) =>
    `l${place.fresh("l")}: { ${value(place)}; try { ${choose(place, scalars)}; ${choose(place, ["0;", `throw ${choose(place, scalars)};`])} } catch { 1; } finally { ${choose(place, scalars)}; } }`,
  (place) =>
    caught(
      `let n = 0; do { log(n); if (n === 1) continue; ${choose(place, ["if (n > 1) break;", "", "n++;"])} } while (n++ < 3); while (n-- > 0) { if (n % 2) continue; log(n); } for (;;) { if (n++ > 2) break; } log(n); for (let a = 0, b = 5; a < b; a++, b--) log([a, b]);`,
    ),
  (place) =>
    caught(
      `log([${place.choices.several(2, 12, () => choose(place, ["3", "1", "2", "10", "NaN", "-0", "0", "5", "4"])).join(", ")}].${choose(place, ["sort", "toSorted"])}((a, b) => ${choose(place, lies)}));`,
    ),
  (place) =>
    caught(
      `log([${place.choices.several(2, 7, () => choose(place, [...scalars, "[2]", "undefined"])).join(", ")}].${choose(place, ["sort()", "toSorted()", "sort(undefined)", "sort(null)", "sort(() => { throw 1; })", "toSorted(1)"])});`,
    ),
  (place) =>
    caught(
      `const l = Array.from({ length: ${10 + place.choices.below(30)} }, (_, i) => ({ k: (i * 7) % ${2 + place.choices.below(5)}, i })); log(l.sort((a, b) => a.k - b.k).map(({ k, i }) => k * 100 + i));`,
    ),
  (place) =>
    caught(
      `const l = [5, 3, 8]; log(l.sort((a, b) => { ${choose(place, ["l.push(1);", "l.length = 0;", "l[0] = 9;", "l.pop();"])} return a - b; })); log(l);`,
    ),
  (place) =>
    caught(
      `const l = [1, 2, 3, 4]; log(l.${choose(place, ["map", "filter", "forEach", "every", "some", "find", "findLast", "findIndex", "flatMap", "reduce", "reduceRight"])}((x, y) => { log(x); ${choose(place, ["l.pop();", "l.push(9);", "l.length = 2;", "l[3] = 0;", "l.shift();", "if (x > 1) throw x;"])} return ${choose(place, ["x", "true", "false", "y", "[x]", inner(place)])}; })); log(l);`,
    ),
  (place) =>
    caught(
      `(function r(n) { try { if (n > 0) return r(n - 1); throw n; } finally { log(n); ${choose(place, ["", "", "return n;", "if (n === 1) throw 'x';"])} } })(3);`,
    ),
];
