/** Where a text stops being JSON, and what would have been right there. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
}

type State = "value" | "value or ]" | "key or }" | "key" | ":" | ", or ]" | ", or }" | "end";

const expectations: Readonly<Record<State, string>> = {
  value: "a value",
  "value or ]": "a value or `]`",
  "key or }": "a quoted name or `}`",
  key: "a quoted name",
  ":": "`:`",
  ", or ]": "`,` or `]`",
  ", or }": "`,` or `}`",
  end: "nothing more",
};

// The tokens of RFC 8259. Strings loop over escapes only, so that long ones need no deep backtracking.
const tokens = [
  /[{}[\]:,]/,
  /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/,
  /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/,
  /(?:true|false|null)(?!\w)/,
];

/**
 * Finds the first place where a text is not JSON; `undefined` when it is. `JSON.parse` says this in words that differ
 * between engines and, for short texts, without a place.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ("[" | "{")[] = [];
  let state: State = "value";
  let offset = 0;
  const blanks = /[ \t\n\r]*/y;
  const token = new RegExp(tokens.map(({ source }) => source).join("|"), "y");
  for (;;) {
    blanks.lastIndex = offset;
    offset += blanks.exec(text)?.[0].length ?? 0;
    if (offset === text.length) return state === "end" ? undefined : { offset, expected: expectations[state] };
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    const next: State | undefined = found === undefined ? undefined : advance(state, found, open);
    if (found === undefined || next === undefined) return { offset, expected: expectations[state] };
    state = next;
    offset += found.length;
  }
}

/** The state after a token, or `undefined` where it may not stand; opens and closes on `open`. */
function advance(state: State, found: string, open: ("[" | "{")[]): State | undefined {
  switch (state) {
    case "value or ]":
      if (found === "]") return close(open);
      return advance("value", found, open);
    case "value":
      if (found === "[" || found === "{") {
        open.push(found);
        return found === "[" ? "value or ]" : "key or }";
      }
      return /^[\]}:,]/.test(found) ? undefined : afterValue(open);
    case "key or }":
      if (found === "}") return close(open);
      return advance("key", found, open);
    case "key":
      return found.startsWith('"') ? ":" : undefined;
    case ":":
      return found === ":" ? "value" : undefined;
    case ", or ]":
      return found === "," ? "value" : found === "]" ? close(open) : undefined;
    case ", or }":
      return found === "," ? "key" : found === "}" ? close(open) : undefined;
    case "end":
      return undefined;
  }
}

function close(open: ("[" | "{")[]): State {
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly string[]): State {
  const innermost = open.at(-1);
  return innermost === undefined ? "end" : innermost === "[" ? ", or ]" : ", or }";
}
