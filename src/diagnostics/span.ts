/** A place in a template: offsets in UTF-16 units, lines from 1, columns from 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Gives the offset at which each line begins. Lines end as in ECMAScript 12.3: LF, CR, CRLF, U+2028, U+2029. */
export function toLineStarts(source: string): readonly number[] {
  const starts = [0];
  // Most texts have line feeds alone, and the engine's own search finds these many times faster.
  if (!hasOtherBreaks(source)) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (unit === 13 && source.charCodeAt(i + 1) === 10) continue;
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) starts.push(i + 1);
  }
  return starts;
}

function hasOtherBreaks(source: string): boolean {
  return source.includes("\r") || source.includes("\u2028") || source.includes("\u2029");
}

/** Gives line and column for a range of offsets. */
export function toSpan(lineStarts: readonly number[], start: number, end: number): Span {
  const line = findLine(lineStarts, start);
  const endLine = findLine(lineStarts, end);
  return {
    start,
    end,
    line: line + 1,
    column: start - (lineStarts[line] ?? 0) + 1,
    endLine: endLine + 1,
    endColumn: end - (lineStarts[endLine] ?? 0) + 1,
  };
}

function findLine(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
