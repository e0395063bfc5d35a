import { caught, choose, type Idiom, inner, scalars, value } from "./idiom.ts";

/** Hoisting, the dead zone, scopes of parameters, `arguments`, closures, `this`. */
export const scopes: readonly Idiom[] = [
  (place) => {
    const name = place.fresh("h");
    return caught(`log(${name}(1)); function ${name}(x) { return [typeof ${name}, x]; } ${name} = ${value(place)}; log(typeof ${name});`);
  },
  () => `{ ${caught("log(typeof f); log(f()); { function f() { return 2; } log(f()); }")} function f() { return 1; } }`,
  (place) => {
    const name = place.fresh("t");
    const early = choose(place, [
      `log(${name});`,
      `log(typeof ${name});`,
      `${name} = 1;`,
      `(() => ${name})();`,
      `${name}++;`,
      `[${name}] = [1];`,
    ]);
    return `{ ${caught(early)} ${choose(place, [`let ${name} = 1;`, `const ${name} = ${inner(place)};`, `class ${name} {}`, `let ${name};`])} ${caught(`log(${name}); ${name} = 2; log(${name});`)} }`;
  },
  (place) => caught(`let q = ${choose(place, ["q", "1", "(() => q)()", "typeof q", "[1].map(() => q)"])}; log(q);`),
  (place) =>
    caught(
      `const f = function (a, b = () => a, c = ${choose(place, ["(a = 5)", "b()", "c", "d", "arguments[0]", inner(place)])}, d = 1) { ${choose(place, ["var a = 9;", "var a;", "a = 7;", "function a() {}", "let e = a;", ""])} return [typeof a, typeof b === "function" ? typeof b() : b, c, d, arguments.length, [...arguments]]; }; log(f.length); log(f(${choose(place, ["", "1", "1, undefined, 3", "1, 2, 3, 4", "...[1, undefined]"])}));`,
    ),
  (place) =>
    caught(
      `log((function (a, ...r) { a = 2; arguments[0] = "x"; return [a, arguments[0], arguments[1], r, arguments.length, typeof arguments, Array.from(arguments)${choose(place, ["", ", (() => arguments[0])()", ", [...arguments].reverse()"])}]; })(${choose(place, ["1", "1, 2", "[1], 2, 3"])}));`,
    ),
  (place) =>
    caught(
      `const f = function me(n) { ${choose(place, ["me = 1;", "", "let me = 2;", "var me;"])} return n > 0 && typeof me === "function" ? me(n - 1) : [n, typeof me]; }; log(f(2)); log(f.name);`,
    ),
  (place) => caught(`var v1 = 1; { var v1 = 2; } log(v1); var v1; log(v1); (() => { log(v2); var v2 = ${inner(place)}; log(v2); })();`),
  (place) =>
    `{ const fs = []; for (${choose(place, ["let i = 0, j = 9", "var i = 0", "let i = (fs.push(() => i), 0)"])}; ${choose(place, ["i < 3", "(fs.push(() => i), i < 2)"])}; ${choose(place, ["i++", "i += 2", "(fs.push(() => i), i++)"])}) { fs.push(() => i); ${choose(place, ["", "i++;", "continue;", "if (i) break;", "let i2 = i; fs.push(() => i2++);"])} } log(fs.map((f) => f())); }`,
  (place) =>
    `{ const fs = []; for (const x ${choose(place, ["of [1, 2, 3]", "in { a: 1, b: 2 }", 'of "ab"'])}) { fs.push(() => x); ${choose(place, ["continue;", "break;", "{ let x = 0; fs.push(() => x++); }", ""])} } log(fs.map((f) => f())); }`,
  (place) =>
    caught(
      `const o = { n: 1, f() { return this; }, g: () => typeof this, h: function () { return [1].map(() => this.n); } }; log(o.f() === o); log(o.h()); log((0, o.f)()); log((o.f)() === o); log((o?.f)().n); const { f } = o; log(f()); log(o.f.${choose(place, ["call(1)", "apply(null, [])", "bind({ z: 1 })()", "call()", 'bind("s")()'])});`,
    ),
  (place) =>
    caught(
      `const c = 1; ${choose(place, ["c = 2;", "c++;", "c ??= 3;", "c ||= 4;", "c &&= log(5);", "[c] = [log(6)];", "({ c } = {});", "for (c of [1]);", "c += log(7);"])} log(c);`,
    ),
  (place) =>
    caught(
      `${choose(place, ["switch (1) { case 0: let s = 1; case 1: s = 2; }", "switch (2) { case 1: function s() {} default: log(typeof s); }", "switch (s2) { case 1: let s2; }", `try { throw 1; } catch (e) { var e = ${choose(place, scalars)}; log(e); } log(e);`])}`,
    ),
  (place) =>
    caught(
      `log((() => { ${choose(place, ["return\n1;", "l: { break l; }", "if (1) function z() {}", "return (1, 2);", "var undefined2; return undefined2;"]).replace("if (1) function z() {}", "return typeof z; function z() {}")} })());`,
    ),
];
