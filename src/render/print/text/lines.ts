/** Lines of text that belong together. */
export interface Block {
  readonly lines: readonly string[];
  /** An empty line stands before it. */
  readonly before?: boolean;
  /** An empty line stands behind it. */
  readonly after?: boolean;
}

/** Puts blocks one below the other: never two empty lines, none at the ends. */
export function joinBlocks(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  let apart = false;
  for (const block of blocks) {
    if (block.lines.length === 0) continue;
    if (lines.length > 0 && (apart || block.before === true)) lines.push("");
    for (const line of block.lines) lines.push(line);
    apart = block.after === true;
  }
  return lines;
}

/**
 * Puts a mark before the first line and as much room before the others; empty lines stay empty.
 *
 * @param count Counts what is put there, and the lines: lists in one another put it before the same lines again and again.
 */
export function indent(
  lines: readonly string[],
  count: (length: number) => void,
  first: string,
  others = " ".repeat(first.length),
): readonly string[] {
  count(lines.length * (1 + others.length));
  return lines.map((line, i) => (i === 0 ? first + line : line === "" ? "" : others + line));
}

/** What stays one blank where blanks are joined. */
const kept = "\u00a0";

/** Text of an element as its style says: line breaks and blanks that count are kept. */
export function toRun(text: string, space: string): string {
  const lines = text.replace(/\r\n?/g, "\n");
  if (space === "normal" || space === "nowrap") return lines.replace(/[ \t\n\f]+/g, " ");
  return space === "pre-line" ? lines.replace(/[ \t\f]+/g, " ") : lines.replaceAll("\t", "    ").replaceAll(" ", kept);
}

/** The lines of a run of text. */
export function toLines(run: string): readonly string[] {
  const lines = run.split("\n").map((line) => line.replace(/ +/g, " ").replace(/^ | $/g, "").replaceAll(kept, " ").trimEnd());
  while (lines.at(-1) === "") lines.pop();
  while (lines[0] === "") lines.shift();
  return lines.filter((line, i) => line !== "" || lines[i - 1] !== "");
}
