import { formatNumber, readNumber } from "../../context/format-number.ts";
import { toMaskedText } from "../../context/masked.ts";
import { chargeArray } from "../../runtime/budget.ts";
import type { Implementation } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { isRecord, type Rec, toRecord } from "../../runtime/record.ts";
import { toWord } from "./shown.ts";

/** More marks than that are a blur in a panel. */
const mostPoints = 120;
/** Below that many, every mark is labelled; above, the first and the last. */
const mostLabels = 8;

interface Point {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/**
 * What a chart draws in a box of 100 by 100 that is stretched to its place: `bars` of `{ x, y, width, height, text }`, `line` and `area`
 * as points and a path, `labels` to stand below, `zero` the height of the zero line, `text` for those who don't see it. Data are
 * numbers, pairs, or records of `label` and `value`; what holds no number is left out.
 */
export const chart: Implementation = (realm, _self, [data]) => {
  const list = Array.isArray(data) ? data.slice(0, mostPoints) : [];
  chargeArray(realm, list.length * 8);
  const read = list.flatMap((entry, index) => toPoint(realm, entry, index));
  const digits = Math.max(0, ...read.map(({ value }) => (Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1)));
  const points = read.map((point) => ({ ...point, text: formatNumber(realm, point.value, digits) }));
  const least = Math.min(0, ...points.map(({ value }) => value));
  const most = Math.max(0, ...points.map(({ value }) => value));
  const span = most - least || 1;
  const toY = (value: number) => round(2 + 96 * (1 - (value - least) / span));
  const step = 100 / (points.length || 1);
  const zero = toY(0);
  // Few bars are no wider than many: blocks as wide as a third of the card would be all that one sees.
  const share = Math.min(0.64, Math.max(0.28, 0.11 * points.length));
  const bars = points.map(({ value, label, text }, index): Rec => {
    const top = Math.min(toY(value), zero);
    return toRecord([
      ["x", round(step * (index + (1 - share) / 2))],
      ["y", top],
      ["width", round(step * share)],
      // A hair, where the value is nothing: the mark is there.
      ["height", Math.max(0.75, round(Math.abs(toY(value) - zero)))],
      ["text", label === "" ? text : `${label}: ${text}`],
    ]);
  });
  // A line stands over its labels; one that is labelled at its ends goes from edge to edge.
  const ends = points.length > mostLabels;
  const [first, last] = ends ? [0, 100] : [round(step * 0.5), round(100 - step * 0.5)];
  const stride = (last - first) / (points.length - 1 || 1);
  const spots = points.map(({ value }, index) => `${round(first + stride * index)},${toY(value)}`);
  return toRecord([
    ["bars", bars],
    ["line", spots.join(" ")],
    ["area", spots.length === 0 ? undefined : `M${first},${zero} L${spots.join(" L")} L${last},${zero} Z`],
    ["zero", zero],
    ["labels", toLabels(points)],
    ["ends", ends],
    ["text", points.map(({ label, text }) => (label === "" ? text : `${label} ${text}`)).join(", ")],
    ["masked", toMaskedText(data)],
  ]);
};

function toPoint(realm: Realm, entry: unknown, index: number): readonly Omit<Point, "text">[] {
  // What stands beside a mask is not to be shown, should a host have left it there.
  if (toMaskedText(entry) !== undefined) return [];
  const record = isRecord(entry) ? entry : undefined;
  const given = Array.isArray(entry) ? entry[1] : record ? (record.value ?? record.y) : entry;
  const value = readNumber(given);
  if (value === undefined) return [];
  const label = Array.isArray(entry) ? entry[0] : record ? (record.label ?? record.x) : undefined;
  // Further out the distance of two numbers may be none; nobody draws such.
  if (Math.abs(value) > 1e300) return [];
  return [{ label: (toWord(realm, label) ?? (record ? String(index + 1) : "")).slice(0, 40), value }];
}

function toLabels(points: readonly Point[]): readonly Rec[] {
  const chosen = points.length <= mostLabels ? points : [points[0] as Point, points.at(-1) as Point];
  return chosen.map(({ label, text }) =>
    toRecord([
      ["label", label],
      ["value", text],
    ]),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
