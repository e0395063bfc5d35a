import type { Theme } from "../policy/themes.ts";

/** What a page around one or more rendered cards needs. */
export interface DocumentParts {
  readonly title: string;
  readonly theme: Theme;
  readonly locale: string;
  /** Text of the style sheet, trusted. */
  readonly css: string;
  /** Finished HTML. */
  readonly body: string;
}

/**
 * Formats a whole HTML page. Its own policy allows no script at all, and pictures and frames by https only: a page
 * that was saved to a file has no host to set one.
 */
export function formatDocument({ title, theme, locale, css, body }: DocumentParts): string {
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(locale)}" data-theme="${theme}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${css.trimEnd()}\n</style>`,
    "</head>",
    "<body>",
    body,
    "</body>",
    "</html>",
  ].join("\n");
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src https:; base-uri 'none'; form-action 'none'";

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
