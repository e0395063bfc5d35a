import { escapeText } from "../runtime/escape.ts";

/** An option as this renderer writes it: attributes always double-quoted, text escaped. */
const option = /<option((?: [^\s"=>]+="[^"]*")*)>([^<]*)<\/option>/g;

/**
 * Marks the options that a select's value chooses, as React's server renderer does. Works on HTML of our own making, whose
 * form is fixed, so that options may come from anywhere: arrays, components, variables.
 */
export function markSelected(html: string, value: unknown): string {
  const chosen = new Set((Array.isArray(value) ? value : [value]).filter(isText).map((item) => escapeText(String(item))));
  if (chosen.size === 0) return html;
  return html.replace(option, (whole, attributes: string, text: string) => {
    const own = / value="([^"]*)"/.exec(attributes)?.[1] ?? text;
    if (!chosen.has(own)) return whole.replace(' selected=""', "");
    return attributes.includes(' selected=""') ? whole : `<option${attributes} selected="">${text}</option>`;
  });
}

function isText(item: unknown): boolean {
  return typeof item === "string" || typeof item === "number" || typeof item === "boolean";
}
