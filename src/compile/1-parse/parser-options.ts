import type { parse } from "@babel/parser";

/** What the language is parsed with; the benchmark measures compiling against this alone. */
export const parserOptions = {
  sourceType: "script",
  plugins: ["jsx"],
  errorRecovery: true,
  attachComment: false,
} as const satisfies Parameters<typeof parse>[1];

/** What the parser throws and records. */
export interface ParserError {
  readonly pos?: number;
  readonly message?: string;
  readonly reasonCode?: string;
}
