// Strings are matched only to be skipped; one that is not closed ends with its line, as in CSS, so the scan is linear.
const stringOrComment = /"(?:[^"\\\n\r\f]|\\[\s\S])*"?|'(?:[^'\\\n\r\f]|\\[\s\S])*'?|\/\*[\s\S]*?(?:\*\/|$)/g;
const escapeOrMarkup = /\\[\s\S]|[<&]/g;
const unsafeInString = /["\\<&\0-\x1f\x7f]/g;

/** Replaces comments by a blank, strings left alone. */
export function stripComments(text: string): string {
  return text.includes("/*") ? text.replace(stringOrComment, (match) => (match.startsWith("/*") ? " " : match)) : text;
}

/**
 * Writes every `<` and `&` of a value as a CSS escape. `</style` ends a style element wherever in the CSS it stands; and where
 * an HTML parser finds the element inside `<svg>`, it decodes `&quot;`, which would close the CSS string around it.
 */
export function escapeMarkup(text: string): string {
  return /[<&]/.test(text) ? text.replace(escapeOrMarkup, toEscape) : text;
}

function toEscape(match: string): string {
  if (match.endsWith("<")) return "\\3c ";
  return match.endsWith("&") ? "\\26 " : match;
}

/** Writes text as a CSS string. */
export function toCssString(text: string): string {
  return `"${text.replace(unsafeInString, (unit) => `\\${unit.charCodeAt(0).toString(16)} `)}"`;
}
