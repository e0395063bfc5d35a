// Strings are matched only to be skipped; one that is not closed ends with its line, as in CSS, so the scan is linear.
const stringOrComment = /"(?:[^"\\\n\r\f]|\\[\s\S])*"?|'(?:[^'\\\n\r\f]|\\[\s\S])*'?|\/\*[\s\S]*?(?:\*\/|$)/g;
const escapeOrAngle = /\\[\s\S]|</g;
const unsafeInString = /["\\<\0-\x1f\x7f]/g;

/** Replaces comments by a blank, strings left alone. */
export function stripComments(text: string): string {
  return text.includes("/*") ? text.replace(stringOrComment, (match) => (match.startsWith("/*") ? " " : match)) : text;
}

/** Writes every `<` of a value as an escape: `</style` ends a style element, wherever in the CSS it stands. */
export function escapeAngles(text: string): string {
  return text.includes("<") ? text.replace(escapeOrAngle, (match) => (match.endsWith("<") ? "\\3c " : match)) : text;
}

/** Writes text as a CSS string. */
export function toCssString(text: string): string {
  return `"${text.replace(unsafeInString, (unit) => `\\${unit.charCodeAt(0).toString(16)} `)}"`;
}
