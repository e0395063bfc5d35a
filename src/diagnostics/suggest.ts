/** Longer names are not compared: the cost is their product, and the author of the template chooses both lengths. */
const longestName = 64;

/** How much may still be compared, in pairs of letters; for callers whose names and candidates are both the author's, and many. */
export interface Effort {
  left: number;
}

/**
 * Finds the candidate that was probably meant by a misspelt name: the nearest by insertions, deletions, replacements and
 * swaps of neighbours, letter case aside. Gives `undefined` when nothing is near: one slip in names of 3 to 5
 * letters, two up to 8, three above; shorter names only by letter case. Of equals the first wins.
 *
 * @param effort Spent as candidates are looked at; when it is used up, nothing is suggested.
 */
export function suggestName(name: string, candidates: Iterable<string>, effort?: Effort): string | undefined {
  if (name.length > longestName) return undefined;
  const folded = name.toLowerCase();
  let best: string | undefined;
  let bound = slipsAllowed(name.length);
  for (const candidate of candidates) {
    if (effort !== undefined && (effort.left -= 1) < 0) return undefined;
    if (candidate === name || candidate.length > longestName || Math.abs(name.length - candidate.length) > bound) continue;
    if (effort !== undefined) effort.left -= name.length * candidate.length;
    const distance = countSlips(folded, candidate.toLowerCase(), bound);
    if (distance > bound) continue;
    best = candidate;
    if (distance === 0) break;
    // Only a strictly nearer candidate replaces this one.
    bound = distance - 1;
  }
  return best;
}

function slipsAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
}

/** Damerau-Levenshtein distance (optimal string alignment); anything above `bound` is given as `bound + 1`. */
function countSlips(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(slips);
      if (slips < least) least = slips;
    }
    if (least > bound) return bound + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? bound + 1;
}
