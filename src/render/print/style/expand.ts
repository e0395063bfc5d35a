/** A declaration by its longhand. */
export type Longhand = readonly [name: string, value: string];

const sides = ["top", "right", "bottom", "left"] as const;
const borderStyles: ReadonlySet<string> = new Set("none hidden dotted dashed solid double groove ridge inset outset".split(" "));
const lineNames: ReadonlySet<string> = new Set(["none", "underline", "line-through", "overline"]);
const listTypes: ReadonlySet<string> = new Set(
  "none disc circle square decimal lower-alpha upper-alpha lower-latin upper-latin lower-roman upper-roman".split(" "),
);
const widthWords: ReadonlySet<string> = new Set(["thin", "medium", "thick"]);

/** Splits a value at blanks that stand outside of brackets. */
export function splitValue(value: string): readonly string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

/**
 * Takes a declaration apart into longhands, as far as mail knows them: the four sides by themselves, logical sides by the direction
 * of the text.
 */
export function expandDeclaration(name: string, value: string, rtl: boolean): readonly Longhand[] {
  const box = /^(padding|margin)(?:-(inline|block)(?:-(start|end))?|-(top|right|bottom|left))?$/.exec(name);
  if (box !== null) return expandSides(box[1] ?? "", "", toSides(box[2], box[3], box[4], rtl), splitValue(value));
  const border = /^border(?:-(inline|block)(?:-(start|end))?|-(top|right|bottom|left))?(?:-(width|style|color))?$/.exec(name);
  if (border !== null) return expandBorder(toSides(border[1], border[2], border[3], rtl), border[4], value);
  const expand = shorthands.get(name);
  return expand === undefined ? [[name, toPhysical(name, value, rtl)]] : expand(value);
}

const shorthands: ReadonlyMap<string, (value: string) => readonly Longhand[]> = new Map<string, (value: string) => readonly Longhand[]>([
  ["background", expandBackground],
  ["background-image", (value) => expandBackground(value).filter(([, colour]) => colour !== "transparent")],
  ["flex", expandFlex],
  ["flex-flow", (value) => splitValue(value).map((word): Longhand => [word.includes("wrap") ? "flex-wrap" : "flex-direction", word])],
  ["gap", (value) => expandGap(splitValue(value))],
  ["grid-gap", (value) => expandGap(splitValue(value))],
  ["list-style", (value) => splitValue(value).flatMap((word): Longhand[] => (listTypes.has(word) ? [["list-style-type", word]] : []))],
  ["text-decoration", (value) => expandLine(splitValue(value))],
  ["text-decoration-line", (value) => expandLine(splitValue(value))],
  ["font", expandFont],
  ["inline-size", (value) => [["width", value]]],
  ["max-inline-size", (value) => [["max-width", value]]],
  ["block-size", (value) => [["height", value]]],
  ["word-wrap", (value) => [["overflow-wrap", value]]],
]);

function toSides(
  axis: string | undefined,
  end: string | undefined,
  side: string | undefined,
  rtl: boolean,
): readonly (typeof sides)[number][] {
  if (side !== undefined) return [side as (typeof sides)[number]];
  if (axis === undefined) return sides;
  const [start, finish] =
    axis === "block" ? (["top", "bottom"] as const) : rtl ? (["right", "left"] as const) : (["left", "right"] as const);
  return end === undefined ? [start, finish] : [end === "start" ? start : finish];
}

/** One to four values: of all, of the vertical and horizontal ones, … */
function expandSides(before: string, behind: string, names: readonly string[], values: readonly string[]): readonly Longhand[] {
  const [first] = values;
  if (first === undefined || values.length > names.length) return [];
  return names.map((side, i): Longhand => {
    const value = names.length === 4 ? (values[i] ?? values[i === 3 ? 1 : 0] ?? first) : (values[i] ?? first);
    return [`${before}-${side}${behind}`, value];
  });
}

function expandBorder(names: readonly string[], aspect: string | undefined, value: string): readonly Longhand[] {
  const words = splitValue(value);
  if (aspect !== undefined) return expandSides("border", `-${aspect}`, names, words);
  const style = words.find((word) => borderStyles.has(word)) ?? "none";
  const width = words.find((word) => /^[\d.]/.test(word) || widthWords.has(word)) ?? "medium";
  const colour = words.find((word) => word !== style && word !== width) ?? "currentcolor";
  return names.flatMap((side): Longhand[] => [
    [`border-${side}-width`, width],
    [`border-${side}-style`, style],
    [`border-${side}-color`, colour],
  ]);
}

/** The colour, or the first one of a gradient: text that is light on it must not stand on white. */
function expandBackground(value: string): readonly Longhand[] {
  const words = splitValue(value);
  const gradient = words.find((word) => /gradient\(/i.test(word));
  const colour = words.findLast((word) => /^(#|rgb|hsl)/i.test(word) || /^[a-z]{3,20}$/i.test(word));
  const first = gradient === undefined ? undefined : /#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]*\)/i.exec(gradient)?.[0];
  return [["background-color", first ?? (colour === undefined || colour === "none" ? "transparent" : colour)]];
}

function expandFlex(value: string): readonly Longhand[] {
  if (value === "none" || value === "initial") return [["flex-grow", "0"]];
  if (value === "auto") return [["flex-grow", "1"]];
  const words = splitValue(value);
  const basis = words.find((word, i) => /[a-z%]$/.test(word) || i === 2);
  return [
    ["flex-grow", /^[\d.]+$/.test(words[0] ?? "") ? (words[0] ?? "0") : "1"],
    ...(basis === undefined ? [] : ([["flex-basis", basis]] as const)),
  ];
}

function expandGap([row = "", column = row]: readonly string[]): readonly Longhand[] {
  return [
    ["row-gap", row],
    ["column-gap", column],
  ];
}

function expandLine(words: readonly string[]): readonly Longhand[] {
  const line = words.find((word) => lineNames.has(word));
  return line === undefined ? [] : [["text-decoration", line]];
}

function expandFont(value: string): readonly Longhand[] {
  const [, before = "", size, leading, family] =
    /^(.*?)(\d{1,6}(?:\.\d{1,6})?(?:px|pt|em|rem|%))(?:\s{0,2}\/\s{0,2}([\d.]{1,9}(?:px|%|em)?))?\s+(.+)$/.exec(value) ?? [];
  if (size === undefined || family === undefined) return [];
  const words = splitValue(before);
  const weight = words.find((word) => /^(bold|bolder|lighter|[1-9]00)$/.test(word));
  const style = words.find((word) => word === "italic" || word === "oblique");
  return [
    ["font-size", size],
    ["font-family", family],
    ["font-weight", weight ?? "400"],
    ["font-style", style ?? "normal"],
    ["line-height", leading ?? "normal"],
  ];
}

function toPhysical(name: string, value: string, rtl: boolean): string {
  if (name !== "text-align" || (value !== "start" && value !== "end")) return value;
  return (value === "start") === rtl ? "right" : "left";
}
