import type { ShownElement } from "../shown.ts";
import { readBlocks } from "./blocks.ts";
import { joinBlocks } from "./lines.ts";

/**
 * Prints a card as plain text: a line for each that a reader would see, no empty line twice.
 *
 * @param count Counts what is written; throws when it is too much.
 */
export function printText(card: ShownElement, count: (length: number) => void): string {
  return joinBlocks(readBlocks(card.children, card.style.text.space, count))
    .map(neutralise)
    .join("\n");
}

// Marks that only tell directions go without a trace; what else could drive a terminal, or hide, is shown to have been there.
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

function neutralise(line: string): string {
  return line.replace(marks, "").replace(controls, "\u{fffd}").trimEnd();
}
