import type { Theme } from "../policy/themes.ts";
import { type DocumentParts, escapeHtml } from "./document.ts";

/** What lies around a card in a message: a shade beside its own ground. */
const grounds: Readonly<Record<Theme, string>> = { light: "#f6f7fa", device: "#f6f7fa", dark: "#161b25" };

/**
 * Formats a whole HTML message around a card that was rendered for e-mail. The card's colours are literal, so clients are asked not to
 * turn them round.
 */
export function formatMessage({ title, theme, locale, body }: Omit<DocumentParts, "css">): string {
  const scheme = theme === "dark" ? "dark" : "light";
  const ground = grounds[theme];
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(locale)}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="${scheme}">`,
    `<meta name="supported-color-schemes" content="${scheme}">`,
    `<title>${escapeHtml(title)}</title>`,
    "</head>",
    `<body style="margin:0;padding:0;background-color:${ground}">`,
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="width:100%;background-color:${ground}">`,
    '<tr><td align="center" style="padding:20px 10px">',
    body,
    "</td></tr>",
    "</table>",
    "</body>",
    "</html>",
  ].join("\n");
}
