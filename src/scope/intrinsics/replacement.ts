import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import type { Rec } from "../../runtime/record.ts";

/** One match of a text or a pattern, as replacements see it. */
export interface Found {
  readonly text: string;
  readonly index: number;
  readonly captures: readonly (string | undefined)[];
  readonly groups: Rec | undefined;
}

/** A piece of a replacement: text as it stands, or what is put in for a match. */
export type Piece = string | ((found: Found) => string);

/**
 * Reads the `$…` of a replacement (GetSubstitution, ECMAScript 22.1.3.19.1), once for all matches: looking for the end of
 * `$<` again at each match would take the square of a replacement made for it.
 *
 * @param groups Number of capturing groups.
 * @param named Whether the pattern names groups; otherwise `$<` is text.
 */
export function parseReplacement(realm: Realm, replacement: string, groups: number, named: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  const lastClose = named ? replacement.lastIndexOf(">") : -1;
  let done = 0;
  for (let at = replacement.indexOf("$"); at >= 0; at = replacement.indexOf("$", Math.max(at + 1, done))) {
    charge(realm, 1);
    const found = readPiece(replacement, at, groups, lastClose);
    if (found === undefined) continue;
    if (at > done) pieces.push(replacement.slice(done, at));
    pieces.push(found.piece);
    done = at + found.length;
  }
  if (done < replacement.length) pieces.push(replacement.slice(done));
  return pieces;
}

/** Reads the `$…` at a place; `undefined` where it stands for itself. */
function readPiece(
  replacement: string,
  at: number,
  groups: number,
  lastClose: number,
): { readonly length: number; readonly piece: Piece } | undefined {
  const next = replacement[at + 1] ?? "";
  switch (next) {
    case "$":
      return { length: 2, piece: "$" };
    case "&":
      return { length: 2, piece: ({ captures }) => captures[0] ?? "" };
    case "`":
      return { length: 2, piece: ({ text, index }) => text.slice(0, index) };
    case "'":
      return { length: 2, piece: ({ text, index, captures }) => text.slice(index + (captures[0] ?? "").length) };
    case "<": {
      if (at > lastClose) return undefined;
      const end = replacement.indexOf(">", at);
      const name = replacement.slice(at + 2, end);
      return { length: end + 1 - at, piece: (found) => (found.groups?.[name] as string | undefined) ?? "" };
    }
    default: {
      const digits = /^\d\d?/.exec(replacement.slice(at + 1, at + 3))?.[0] ?? "";
      // Two digits where there are so many groups, else one.
      for (const text of [digits, digits.slice(0, 1)]) {
        const group = Number(text);
        if (group >= 1 && group <= groups) return { length: text.length + 1, piece: ({ captures }) => captures[group] ?? "" };
      }
      return undefined;
    }
  }
}
