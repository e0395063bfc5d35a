import { writeExpression } from "./expressions.ts";
import { type Body, type Callable, type Name, openBody, type Place } from "./place.ts";
import { writeBlock } from "./statements.ts";

const parameterNames = ["p", "q", "r"];

function toParameters(names: readonly string[]): Name[] {
  return names.map((name) => ({ name, sort: "any", writable: true }));
}

/** Writes an arrow to be handed to a method of lists, with up to `most` parameters. */
export function writeCallback(place: Place, most: number): string {
  const { choices } = place;
  const names = parameterNames.slice(0, 1 + choices.below(most));
  const inside = openBody(place, "plain", toParameters(names));
  const head = `(${names.map((name) => (choices.happens(10) ? `${name} = ${writeExpression(inside, "any")}` : name)).join(", ")}) =>`;
  if (choices.happens(15)) return `${head} { ${writeBlock(inside, 1)} return ${writeExpression(inside, "any")}; }`;
  return `${head} ${writeExpression(inside, "any")}`;
}

/** Writes a function that runs at once, with statements that see and change what is around. */
export function writeBlockFunction(place: Place): string {
  const inside = openBody(place, "plain");
  const statements = `{ ${writeBlock(inside, 3)} return ${writeExpression(inside, "any")}; }`;
  return place.choices.from([`(() => ${statements})()`, `(function () ${statements})()`]);
}

/** Writes a call of what the program declared; of an arrow or generator in place where there is none. */
export function writeCalled(place: Place, form: Callable["form"]): string {
  const { choices } = place;
  const found = place.callables.filter((one) => one.form === form);
  const given = () =>
    choices.several(0, 3, () => (choices.happens(12) ? `...${writeExpression(place, "list")}` : writeExpression(place, "any"))).join(", ");
  const name = found.length === 0 ? undefined : choices.from(found).name;
  switch (form) {
    case "function":
      return name === undefined ? `(${writeCallback(place, 2)})(${given()})` : `${name}(${given()})`;
    case "generator":
      return name === undefined
        ? `[...(function* () { ${writeBlock(openBody(place, "generator"), 2)} })()]`
        : `${choices.happens(60) ? "drive" : "Array.from"}(${name}(${given()}))`;
    case "class":
      if (name === undefined) return "({ c: 1 })";
      return `new ${name}(${given()})${choices.from(["", ".m(1)", ".g", ".a", ".m(new Set([2]).size)"])}`;
  }
}

/** Writes the declaration of a function, with parameters in every form. */
export function writeFunction(place: Place): string {
  const { choices } = place;
  const name = place.fresh("f");
  const body = choices.from<Body>(["plain", "generator"]);
  const parameters = parameterNames.slice(0, choices.below(4));
  const inside = openBody(place, body, toParameters(parameters));
  // No `yield` among the parameters: it is an error there.
  const outside = { ...inside, body: "plain" as const };
  const head = parameters.map((parameter, index) => writeParameter(outside, parameter, index === parameters.length - 1)).join(", ");
  const statements = `{ ${writeBlock(inside, 3)} return ${writeExpression(inside, "any")}; }`;
  place.callables.push({ name, form: body === "generator" ? "generator" : "function" });
  if (body === "generator") return `function* ${name}(${head}) ${statements}`;
  return choices.from([`function ${name}(${head}) ${statements}`, `const ${name} = (${head}) => ${statements};`]);
}

function writeParameter(place: Place, name: string, last: boolean): string {
  const { choices } = place;
  switch (choices.below(8)) {
    case 5:
      return `${name} = ${writeExpression(place, "any")}`;
    case 6:
      return `{ a: ${name} = ${writeExpression(place, "any")} } = {}`;
    case 7:
      return last ? `...${name}` : `[${name}] = [${writeExpression(place, "any")}]`;
    default:
      return name;
  }
}

/** Writes a class; it may extend one that is there already. */
export function writeClass(place: Place): string {
  const { choices } = place;
  const name = place.fresh("C");
  const bases = place.callables.filter((one) => one.form === "class");
  const base = bases.length > 0 && choices.happens(60) ? choices.from(bases).name : undefined;
  const inside = openBody(place, "plain", toParameters(["p"]));
  const members = [
    `a = ${writeExpression(openBody(place, "plain"), "any")};`,
    `m(p) { ${writeBlock(inside, 2)} return ${base === undefined ? "this.a" : choices.from(["super.m(p)", "[super.m(p), this.a]"])}; }`,
    `get g() { return ${choices.from(["this.a", "typeof this.b", base === undefined ? "this.m" : "super.g"])}; }`,
    `constructor(p) { ${base === undefined ? "" : "super(p);"} this.b = ${writeExpression(openBody(place, "plain", toParameters(["p"])), "any")}; }`,
    `#x = ${choices.below(3)}; x() { return this.#x++; }`,
  ].filter((_, index) => index < 3 || choices.happens(60));
  place.callables.push({ name, form: "class" });
  return `class ${name}${base === undefined ? "" : ` extends ${base}`} { ${members.join(" ")} }`;
}
