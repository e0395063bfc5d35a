/** Reads the style sheet, without the parts that are named. */
export function readTheme(leftOut?: readonly string[]): string;
