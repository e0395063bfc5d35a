import { Buffer } from "node:buffer";

/** Whether a text needs two bytes a unit. */
export type Width = "narrow" | "wide";

/** How wide a text is: one byte a unit will do for Latin-1. */
export function toWidth(text: string): Width {
  return Buffer.byteLength(text) === text.length || !/[^\0-\xff]/.test(text) ? "narrow" : "wide";
}

/**
 * Gives a text's units as bytes. Not UTF-8, which has no half surrogates: a template that cuts a text through an emoji gives the
 * same HTML in a pool as without. These forms are also those that an engine keeps, and cost it no decoding.
 */
export function toBytes(text: string, width: Width): Buffer {
  return Buffer.from(text, width === "wide" ? "utf16le" : "latin1");
}

/** Gives the text of bytes, whatever they are; `undefined` for half a unit. */
export function fromBytes(bytes: Buffer, width: Width): string | undefined {
  if (width === "narrow") return bytes.toString("latin1");
  return bytes.length % 2 === 0 ? bytes.toString("utf16le") : undefined;
}
