import { toMailColour } from "./colour.ts";

/** What a value is read against. */
export interface Measures {
  /** Font size of the element, in px. */
  readonly size: number;
  /** Colour of the text. */
  readonly colour: string;
  /** What lies under the element, for colours that let through. */
  readonly under: string;
}

type Check = (value: string, measures: Measures) => string | undefined;

/** Wider than that no message is. */
export const messageWidth = 600;
/** More than that is no space between parts of a card, but one that pushes others away. */
const mostSpace = 120;

const words =
  (list: string): Check =>
  (value) => {
    const word = value.toLowerCase();
    return list.split(" ").includes(word) ? word : undefined;
  };

const colour: Check = (value, { colour: own, under }) => (value.toLowerCase() === "currentcolor" ? own : toMailColour(value, under));

/** Lengths become px, which every client knows; percentages stay. Less than nothing is nothing. */
function toLength(value: string, { size }: Measures, most: number): string | undefined {
  const [, digits, unit] = /^(-?(?:\d+(?:\.\d*)?|\.\d+))(px|%|em|rem|pt)?$/i.exec(value) ?? [];
  const number = Number(digits);
  if (digits === undefined || (unit === undefined && number !== 0)) return undefined;
  const scale = unit?.toLowerCase();
  if (scale === "%") return `${toText(Math.min(100, Math.max(0, number)))}%`;
  const px = number * (scale === "em" ? size : scale === "rem" ? 16 : scale === "pt" ? 4 / 3 : 1);
  return px <= 0 ? "0" : `${toText(Math.min(most, px))}px`;
}

const space: Check = (value, measures) => toLength(value, measures, mostSpace);
const extent: Check = (value, measures) => toLength(value, measures, messageWidth);
const borderWidth: Check = (value, measures) =>
  value === "thin" ? "1px" : value === "medium" ? "3px" : value === "thick" ? "5px" : toLength(value, measures, 20);
const radius: Check = (value, measures) => {
  const all = value.split(/\s+/).map((part) => toLength(part, measures, 500));
  return all.length > 4 || all.includes(undefined) ? undefined : all.join(" ");
};

const fontWords = new Map(
  Object.entries({ "xx-small": 9, "x-small": 10, small: 13, medium: 16, large: 18, "x-large": 24, "xx-large": 32 }),
);

const fontSize: Check = (value, measures) => {
  const word = value.toLowerCase();
  const scale =
    word === "smaller" ? 5 / 6 : word === "larger" ? 6 / 5 : /^[\d.]+%$/.test(word) ? Number(word.slice(0, -1)) / 100 : undefined;
  const known = scale === undefined ? fontWords.get(word) : scale * measures.size;
  const px = known ?? Number.parseFloat(toLength(word, measures, 60) ?? "");
  // Nothing to read is smaller than that; smaller is text that hides.
  return Number.isFinite(px) ? `${toText(Math.min(60, Math.max(8, px)))}px` : undefined;
};

const family: Check = (value) =>
  value.length <= 200 && /^[\w\s,"'-]+$/.test(value) ? value.replaceAll('"', "'").replace(/\s*,\s*/g, ", ") : undefined;
const leading: Check = (value, measures) => {
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value)) return toText(Math.min(3, Math.max(1, Number(value))));
  return value === "normal" ? "normal" : toLength(value, measures, mostSpace);
};
const weight: Check = (value) =>
  /^[1-9]00$/.test(value)
    ? value
    : value === "bold" || value === "bolder"
      ? "700"
      : value === "normal" || value === "lighter"
        ? "400"
        : undefined;
const number: Check = (value) => (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) ? value : undefined);
const boxes = "none block inline inline-block list-item contents flow-root";
const layouts = "flex inline-flex grid inline-grid table table-row table-cell -webkit-box";
const horizontal = words("left right center justify");
const side = (check: Check, before: string, behind = ""): ReadonlyArray<readonly [string, Check]> =>
  ["top", "right", "bottom", "left"].map((name) => [`${before}-${name}${behind}`, check] as const);

/**
 * The properties that are read, by longhand, and what their values have to be. Those of layout are never written: rows and columns
 * become tables. Whatever is not here is left out of a message, and so is a value that doesn't pass.
 */
const properties: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["color", colour],
  ["background-color", colour],
  ["font-family", family],
  ["font-size", fontSize],
  ["font-style", words("normal italic oblique")],
  ["font-weight", weight],
  ["line-height", leading],
  ["letter-spacing", (value, measures) => toLength(value, measures, 10)],
  ["text-align", horizontal],
  ["text-decoration", words("none underline line-through overline")],
  ["text-transform", words("none uppercase lowercase capitalize")],
  ["vertical-align", words("top middle bottom baseline sub super text-top text-bottom")],
  ["white-space", words("normal nowrap pre pre-wrap pre-line break-spaces")],
  ["list-style-type", words("none disc circle square decimal lower-alpha upper-alpha lower-latin upper-latin lower-roman upper-roman")],
  ["border-radius", radius],
  ["width", extent],
  ["max-width", extent],
  ["height", extent],
  ["display", words(`${boxes} ${layouts}`)],
  ["visibility", words("visible hidden collapse")],
  ["flex-direction", words("row row-reverse column column-reverse")],
  ["flex-wrap", words("nowrap wrap wrap-reverse")],
  ["flex-grow", number],
  ["flex-basis", extent],
  ["justify-content", words("flex-start start flex-end end center space-between space-around space-evenly left right normal stretch")],
  ["align-items", words("flex-start start flex-end end center baseline stretch normal")],
  ["row-gap", space],
  ["column-gap", space],
  ["grid-template-columns", (value) => (value.length <= 200 && /^[\w\s.,%()-]+$/.test(value) ? value : undefined)],
  ["content", (value) => /^(["'])[^"'\\]*\1$/.exec(value)?.[0].slice(1, -1)],
  ...side((value, measures) => (value === "auto" ? "auto" : space(value, measures)), "margin"),
  ...side(space, "padding"),
  ...side(borderWidth, "border", "-width"),
  ...side(words("none hidden dotted dashed solid double groove ridge inset outset"), "border", "-style"),
  ...side(colour, "border", "-color"),
]);

/** Checks the value of a longhand, and gives it as mail clients read it; `undefined` leaves it out. */
export function readValue(name: string, value: string, measures: Measures): string | undefined {
  return properties.get(name)?.(value, measures);
}

/** Tells whether anything of a declaration could be read. */
export function isRead(longhand: string): boolean {
  return properties.has(longhand);
}

function toText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
