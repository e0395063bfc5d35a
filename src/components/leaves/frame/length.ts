import { frameLimits } from "./limits.ts";

// No `calc()`: what is larger than the most can't be told from its text.
const lengthForm = /^(\d{1,6}(?:\.\d{1,6})?)(px|%|em|rem|vh|vw)$/;

/** Tells whether an embedded page may send a value as a length: a number of pixels, or text as CSS has it. */
export function isLength(value: unknown): value is number | string {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0;
  return typeof value === "string" && value.length <= frameLimits.textLength && lengthForm.test(value);
}

/** Gives a length as CSS, within the limits. */
export function toCssLength(value: number | string, axis: "height" | "width"): string {
  const [least, most] =
    axis === "height" ? [frameLimits.leastHeight, frameLimits.mostHeight] : [frameLimits.leastWidth, frameLimits.mostWidth];
  const pixels = typeof value === "number" ? value : value.endsWith("px") ? Number.parseFloat(value) : undefined;
  if (pixels !== undefined) return `${Math.min(most, Math.max(least, Math.ceil(pixels)))}px`;
  return `clamp(${least}px, ${value}, ${most}px)`;
}
