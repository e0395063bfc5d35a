import { writeAssignment, writeExpression, writeScalar } from "./expressions.ts";
import { writeClass, writeFunction } from "./functions.ts";
import { writeIdiom } from "./idioms/idioms.ts";
import { openBlock, type Place, type Sort } from "./place.ts";

type Production = (place: Place) => string;

const sorts: readonly Sort[] = ["number", "text", "list", "record", "truth", "any"];

/** Statements that hold no others. */
const simple: readonly Production[] = [
  (place) => `${writeExpression(place, place.choices.from(sorts))};`,
  (place) => `log(${writeExpression(place, "any")});`,
  (place) => writeDeclaration(place),
  (place) => `${writeAssignment(place)};`,
  (place) => writePattern(place),
  (place) => writeJump(place),
  (place) => (place.choices.happens(20) ? `throw ${writeExpression(place, "any")};` : ";"),
  (place) => writePatternAssignment(place),
];

/** Statements around others. */
const compound: readonly Production[] = [
  (place) => `if (${writeExpression(place, "truth")}) ${writeBody(place)} else ${writeBody(place)}`,
  (place) => `if (${writeExpression(place, "any")}) ${writeBody(place)}`,
  (place) => writeBody(place),
  (place) => writeLoop(place),
  (place) => writeLoop(place),
  (place) => writeTry(place),
  (place) => writeTry(place),
  (place) => writeSwitch(place),
  (place) => writeLabelled(place),
  (place) => writeClosures(place),
  (place) => writeFunction(place),
  (place) => writeClass(place),
];

const deepest = 3;

/** Writes one statement; what it declares is known to those after it. */
export function writeStatement(place: Place): string {
  if (place.depth >= deepest) return place.choices.from(simple)(place);
  const kind = place.choices.below(100);
  // Inside of others they are rare: each is a program by itself.
  if (kind >= (place.depth === 0 ? 60 : 95)) return writeIdiom(place);
  return place.choices.from(kind < 35 ? simple : compound)(place);
}

/** Writes up to `most` statements that share a scope. */
export function writeBlock(place: Place, most: number): string {
  return place.choices.several(0, most, () => writeStatement(place)).join(" ");
}

function writeBody(place: Place, changes: Partial<Place> = {}): string {
  return `{ ${writeBlock(openBlock(place, changes), 3)} }`;
}

function writeDeclaration(place: Place): string {
  const { choices } = place;
  const kind = choices.from(["let", "const", "let", "var"]);
  const sort = choices.from(sorts);
  // Few names, so that blocks shadow one another; `var`s have their own, since they may not meet a `let` on their way out.
  const name = kind === "var" ? place.fresh("v") : chooseUndeclared(place);
  const value = sort === "number" ? `${writeExpression(place, "number")} | 0` : writeExpression(place, sort);
  place.names.push({ name, sort, writable: kind !== "const" });
  return `${kind} ${name} = ${value};`;
}

const shadowing = new WeakMap<Place, Set<string>>();

function chooseUndeclared(place: Place): string {
  const taken = shadowing.get(place) ?? new Set();
  shadowing.set(place, taken);
  const name = place.choices.from(["x", "y", "z", "w"]);
  if (place.choices.happens(55) || taken.has(name)) return place.fresh("n");
  taken.add(name);
  return name;
}

function writePattern(place: Place): string {
  const { choices } = place;
  const first = place.fresh("d");
  const second = place.fresh("d");
  const value = () => (choices.happens(40) ? ` = ${writeExpression(place, "any")}` : "");
  const patterns: readonly Production[] = [
    () => `{ a: ${first}${value()}, b: ${second}${value()} } = ${writeExpression(place, "record")}`,
    () => `[${first}${value()}, ${second}${value()}] = ${writeExpression(place, "list")}`,
    () => `[, ${first}${value()}, ...${second}] = ${writeExpression(place, "list")}`,
    () => `{ a: ${first}${value()}, ...${second} } = ${writeExpression(place, "any")}`,
    () =>
      `{ a: { b: ${first}${value()} } = {}, [\`k\${${writeScalar(place)}}\`]: ${second}${value()} } = ${writeExpression(place, "record")}`,
    () => `[[${first}${value()}] = [], { length: ${second} }] = ${writeExpression(place, "list")}`,
  ];
  const text = choices.from(patterns)(place);
  const kind = choices.from(["const", "let"]);
  for (const name of [first, second]) place.names.push({ name, sort: "any", writable: kind === "let" });
  return `${kind} ${text};`;
}

function writePatternAssignment(place: Place): string {
  const { choices } = place;
  const targets = place.names.filter((one) => one.writable && one.sort === "any").map((one) => one.name);
  if (targets.length === 0) return "0;";
  const first = choices.from(targets);
  const second = choices.from(targets);
  const value = place.repeated ? `[${writeScalar(place)}, ${writeScalar(place)}]` : writeExpression(place, "list");
  return choices.from([
    `[${first}, ${second} = ${writeScalar(place)}] = ${value};`,
    `({ 0: ${first}, 1: ${second} = ${writeScalar(place)} } = ${value});`,
    `[${first}, ${second}] = [${place.repeated ? 1 : second}, ${place.repeated ? 2 : first}];`,
  ]);
}

function writeJump(place: Place): string {
  const { choices } = place;
  const jumps: string[] = [];
  if (place.breakable) jumps.push("break;");
  if (place.continuable) jumps.push("continue;");
  for (const label of place.labels) jumps.push(`break ${label};`, `continue ${label};`);
  if (place.body !== "script") jumps.push(`return ${writeExpression(place, "any")};`);
  if (jumps.length === 0) return ";";
  return choices.happens(70) ? `if (${writeExpression(place, "truth")}) ${choices.from(jumps)}` : choices.from(jumps);
}

function writeLoop(place: Place, label?: string): string {
  const { choices } = place;
  const labels = label === undefined ? place.labels : [...place.labels, label];
  const inside = { repeated: true, breakable: true, continuable: true, labels };
  const counter = place.fresh("i");
  const turns = 1 + choices.below(3);
  const item = (sort: Sort) =>
    openBlock(place, { ...inside, names: [...place.names, { name: counter, sort, writable: false, counter: true }] });
  const prefix = label === undefined ? "" : `${label}: `;
  const loops: readonly Production[] = [
    () => `for (let ${counter} = 0; ${counter} < ${turns}; ${counter}++) ${writeBody(item("number"))}`,
    () => `for (const ${counter} of [...${writeExpression(place, "list")}].slice(0, 3)) ${writeBody(item("any"))}`,
    () => `for (const ${counter} in ${writeExpression(place, "record")}) ${writeBody(item("text"))}`,
    () => `while (${counter}-- > 0) ${writeBody(item("number"))}`,
    () => `do ${writeBody(item("number"))} while (--${counter} > 0);`,
    () => `for (var ${counter} = ${turns}; ${counter}; ${counter}--) ${writeBody(item("number"))}`,
    () => `for (const [${counter} = 1] of [[${writeScalar(place)}], []]) ${writeBody(item("any"))}`,
  ];
  const text = choices.from(loops)(place);
  const before = text.startsWith("while") || text.startsWith("do") ? `let ${counter} = ${turns}; ` : "";
  return `${before}${prefix}${text}`;
}

/** Closures made turn by turn and called afterwards: each has its own variables, and sees the last value of the others. */
function writeClosures(place: Place): string {
  const list = place.fresh("fns");
  const counter = place.fresh("i");
  const names = [...place.names, { name: counter, sort: "number", writable: false, counter: true } as const];
  const inside = openBlock(place, { names, repeated: true, breakable: true, continuable: true, labels: [] });
  const head = place.choices.from([`for (let ${counter} = 0; ${counter} < 3; ${counter}++)`, `for (const ${counter} of [2, 1])`]);
  const body = `${writeBlock(inside, 2)} ${list}.push(() => ${writeExpression({ ...inside, body: "plain" }, "any")}); ${writeBlock(inside, 1)}`;
  return `const ${list} = []; ${head} { ${body} } log(${list}.map((f) => f()));`;
}

function writeTry(place: Place): string {
  const { choices } = place;
  const name = place.fresh("e");
  const caught = openBlock(place, { names: [...place.names, { name, sort: "any", writable: true }] });
  // A handler has a value: where it has none, V8 keeps that of the block that threw, and the language does not (14.15.3).
  // What an engine says in its messages is its own: an error is logged by kind.
  const handler = `catch (${name}) { ${name} = ${name} instanceof Error ? ${name}.name : ${name}; log(${name}); ${writeBlock(caught, 2)} }`;
  const last = `finally ${writeBody(place)}`;
  return `try ${writeBody(place)} ${choices.from([handler, `${handler} ${last}`, last, `catch { 0; ${writeBlock(openBlock(place), 2)} }`])}`;
}

function writeSwitch(place: Place): string {
  const { choices } = place;
  const inside = openBlock(place, { breakable: true });
  const cases = choices.several(1, 4, (index) => {
    const head = index > 0 && choices.happens(25) ? undefined : `case ${writeScalar(inside)}:`;
    return { head, text: `${writeBlock(inside, 2)}${choices.happens(40) ? " break;" : ""}` };
  });
  const fallback = cases.findIndex(({ head }) => head === undefined);
  const clauses = cases.map(({ head, text }, index) => `${head ?? (index === fallback ? "default:" : `case "${index}":`)} ${text}`);
  return `switch (${writeScalar(place)}) { ${clauses.join(" ")} }`;
}

function writeLabelled(place: Place): string {
  const label = place.fresh("l");
  if (place.choices.happens(70)) return writeLoop(place, label);
  const inside = openBlock(place);
  return `${label}: { ${writeBlock(inside, 2)} if (${writeExpression(inside, "truth")}) break ${label}; ${writeBlock(inside, 2)} }`;
}
