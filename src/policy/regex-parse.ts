/**
 * A regular expression as a tree. Single characters stay text: what a class, an escape or a dot matches is asked of
 * the host, one character at a time, so that no table of ours can disagree with it.
 */
export type RegexNode =
  | { readonly kind: "atom"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly branches: readonly RegexNode[] }
  | { readonly kind: "group"; readonly index: number; readonly body: RegexNode }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
      /** Capturing groups inside: reset at each turn. */
      readonly groups: readonly [from: number, to: number];
    }
  | { readonly kind: "look"; readonly body: RegexNode; readonly ahead: boolean; readonly negative: boolean }
  | { readonly kind: "anchor"; readonly at: "start" | "end" | "boundary" | "inside" }
  | { readonly kind: "back"; readonly group: number };

/** A parsed pattern. */
export interface RegexTree {
  readonly root: RegexNode;
  /** Number of capturing groups. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/;
const escapeUnicode = /^\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[pP]\{[^}]*\})/;
const escapePlain = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[A-Za-z]|[0-3][0-7]{0,2}|[4-7][0-7]?|.)/s;

/**
 * Parses the source of a regular expression (ECMAScript 22.2.1 with annex B).
 *
 * @param source Known to be valid for the host with these flags; of a valid source, forms newer than this parser give
 *   `undefined`.
 */
export function parseRegex(source: string, unicode: boolean): RegexTree | undefined {
  const groups = scanGroups(source);
  if (groups === undefined) return undefined;
  const parser: Parser = { source, unicode, groups: groups.count, names: groups.names, at: 0, opened: 0 };
  const root = parseChoice(parser);
  if (root === undefined || parser.at < source.length) return undefined;
  return { root, groups: groups.count, names: groups.names };
}

interface Parser {
  readonly source: string;
  readonly unicode: boolean;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  at: number;
  opened: number;
}

/** Counts the capturing groups: what `\1` and `\k` mean depends on groups that come later. */
function scanGroups(source: string): { count: number; names: ReadonlyMap<string, number> } | undefined {
  const names = new Map<string, number>();
  let count = 0;
  for (let i = 0; i < source.length; i++) {
    const unit = source[i];
    if (unit === "\\") i++;
    else if (unit === "[") i = endOfClass(source, i) - 1;
    else if (unit === "(") {
      if (source[i + 1] !== "?") count++;
      else if (source[i + 2] === "<" && source[i + 3] !== "=" && source[i + 3] !== "!") {
        const name = source.slice(i + 3, source.indexOf(">", i));
        // An escape in a name, or a name used twice (ECMAScript 2025): refused rather than guessed.
        if (name.includes("\\") || names.has(name)) return undefined;
        names.set(name, ++count);
      }
    }
  }
  return { count, names };
}

/** Gives the offset after the class that begins at `start`. */
function endOfClass(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "]") return i + 1;
  }
  return source.length;
}

function parseChoice(parser: Parser): RegexNode | undefined {
  const branches: RegexNode[] = [];
  for (;;) {
    const branch = parseSequence(parser);
    if (branch === undefined) return undefined;
    branches.push(branch);
    if (parser.source[parser.at] !== "|") break;
    parser.at++;
  }
  return branches.length === 1 ? branches[0] : { kind: "choice", branches };
}

function parseSequence(parser: Parser): RegexNode | undefined {
  const items: RegexNode[] = [];
  while (parser.at < parser.source.length && parser.source[parser.at] !== "|" && parser.source[parser.at] !== ")") {
    const opened = parser.opened;
    const body = parseTerm(parser);
    if (body === undefined) return undefined;
    items.push(parseQuantifier(parser, body, opened));
  }
  return items.length === 1 ? items[0] : { kind: "sequence", items };
}

function parseQuantifier(parser: Parser, body: RegexNode, opened: number): RegexNode {
  const found = quantifier.exec(parser.source.slice(parser.at));
  if (found === null) return body;
  parser.at += found[0].length;
  const greedy = parser.source[parser.at] !== "?";
  if (!greedy) parser.at++;
  const groups = [opened + 1, parser.opened] as const;
  const text = found[0];
  if (text === "*") return { kind: "repeat", body, min: 0, max: Number.POSITIVE_INFINITY, greedy, groups };
  if (text === "+") return { kind: "repeat", body, min: 1, max: Number.POSITIVE_INFINITY, greedy, groups };
  if (text === "?") return { kind: "repeat", body, min: 0, max: 1, greedy, groups };
  const min = Number(found[1]);
  const max = found[2] === undefined ? min : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
  return { kind: "repeat", body, min, max, greedy, groups };
}

function parseTerm(parser: Parser): RegexNode | undefined {
  const { source, at } = parser;
  switch (source[at]) {
    case "^":
      parser.at++;
      return { kind: "anchor", at: "start" };
    case "$":
      parser.at++;
      return { kind: "anchor", at: "end" };
    case "(":
      return parseGroup(parser);
    case "[":
      parser.at = endOfClass(source, at);
      return { kind: "atom", source: source.slice(at, parser.at) };
    case "\\":
      return parseEscape(parser);
    default: {
      const point = source.codePointAt(at) as number;
      const length = parser.unicode && point > 0xffff ? 2 : 1;
      parser.at += length;
      return { kind: "atom", source: source.slice(at, at + length) };
    }
  }
}

function parseGroup(parser: Parser): RegexNode | undefined {
  const { source } = parser;
  const start = parser.at + 1;
  let wrap: (body: RegexNode) => RegexNode;
  if (source[start] !== "?") {
    const index = ++parser.opened;
    parser.at = start;
    wrap = (body) => ({ kind: "group", index, body });
  } else {
    const mark = source.slice(start + 1, start + 3);
    const look = mark[0] === "=" || mark[0] === "!" ? mark[0] : mark === "<=" || mark === "<!" ? mark : undefined;
    if (look !== undefined) {
      parser.at = start + 1 + look.length;
      wrap = (body) => ({ kind: "look", body, ahead: look.length === 1, negative: look.endsWith("!") });
    } else if (mark[0] === ":") {
      parser.at = start + 2;
      // A group of its own, so that a quantifier of the outside binds to the whole of it.
      wrap = (body) => body;
    } else if (mark[0] === "<") {
      const index = ++parser.opened;
      parser.at = source.indexOf(">", start) + 1;
      wrap = (body) => ({ kind: "group", index, body });
    } else return undefined;
  }
  const body = parseChoice(parser);
  if (body === undefined || source[parser.at] !== ")") return undefined;
  parser.at++;
  return wrap(body);
}

function parseEscape(parser: Parser): RegexNode | undefined {
  const { source, at } = parser;
  const next = source[at + 1] ?? "";
  if (next === "b" || next === "B") {
    parser.at += 2;
    return { kind: "anchor", at: next === "b" ? "boundary" : "inside" };
  }
  if (next === "k" && (parser.unicode || parser.names.size > 0)) {
    const end = source.indexOf(">", at);
    const group = parser.names.get(source.slice(at + 3, end));
    if (group === undefined) return undefined;
    parser.at = end + 1;
    return { kind: "back", group };
  }
  if (next >= "1" && next <= "9") {
    const group = Number.parseInt(source.slice(at + 1, at + 12), 10);
    if (group <= parser.groups) {
      parser.at += 1 + String(group).length;
      return { kind: "back", group };
    }
    // Annex B: `\8` and `\9` are the digits themselves, smaller ones are octal; both fall to the plain escapes.
  }
  const rest = source.slice(at);
  const found = (parser.unicode ? escapeUnicode.exec(rest) : null) ?? escapePlain.exec(rest);
  if (found === null) return undefined;
  // `\c` without a letter is a backslash of its own (annex B).
  const text = found[0] === "\\c" ? "\\" : found[0];
  parser.at += text.length;
  return { kind: "atom", source: text === "\\" ? "\\\\" : text };
}
