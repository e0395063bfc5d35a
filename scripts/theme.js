// The style sheet `kview/theme.css`, put together of the parts in `src/theme`. Plain JavaScript: the build reads it as well.
import { readFileSync } from "node:fs";

/** The parts in their order: within the layer, what comes later wins. */
const parts = [
  "tokens",
  "box",
  "layout",
  "fields",
  "editing",
  "form",
  "actions",
  "values",
  "lists",
  "pictures",
  "lightbox",
  "frame",
  "failures",
  "frames",
  "timeline",
  "insights",
  "reader",
];

const head = `/*
 * The look of KViews: tokens of the platform (documented names), tokens of our own (\`--kv-…\`), one block a component.
 *
 * Light is the default. \`data-theme="dark"\`, \`"light"\` or \`"device"\` on any ancestor chooses; themes nest. Everything is
 * in the layer \`kview\`, so a host's unlayered rules win without a fight over specificity.
 */`;

// Scripts in TypeScript are bundled into `.out/scripts`, and this module with them.
const root = new URL(import.meta.url.includes("/.out/scripts/") ? "../../" : "../", import.meta.url);

/**
 * Reads the style sheet.
 *
 * @param {readonly string[]} leftOut Parts that are not wanted: by default it is the whole.
 * @returns {string} Its text.
 */
export function readTheme(leftOut = []) {
  const wanted = parts.filter((part) => !leftOut.includes(part));
  return [head, ...wanted.map((part) => readFileSync(new URL(`src/theme/${part}.css`, root), "utf8").trimEnd()), ""].join("\n");
}
