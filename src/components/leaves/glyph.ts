import { type ComponentChild, h } from "preact";

/** The few drawings that leaves need, of the Material Design Icons: the table of all would be a third of a bundle. */
const paths = {
  pencil:
    "M20.71,7.04C21.1,6.65 21.1,6 20.71,5.63L18.37,3.29C18,2.9 17.35,2.9 16.96,3.29L15.12,5.12L18.87,8.87M3,17.25V21" +
    "H6.75L17.81,9.93L14.06,6.18L3,17.25Z",
  check: "M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z",
  close: "M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z",
  previous: "M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z",
  next: "M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z",
  down: "M7.41,8.58L12,13.17L16.59,8.58L18,10L12,16L6,10L7.41,8.58Z",
  open:
    "M14,3V5H17.59L7.76,14.83L9.17,16.24L19,6.41V10H21V3M19,19H5V5H12V3H5C3.89,3 3,3.9 3,5V19A2,2 0 0,0 5,21H19" +
    "A2,2 0 0,0 21,19V12H19V19Z",
} as const;

/** Draws a glyph as `Icon` does. */
export function drawGlyph(name: keyof typeof paths): ComponentChild {
  return h(
    "svg",
    { class: "kv-icon-drawing", viewBox: "0 0 24 24", focusable: "false", "aria-hidden": "true" },
    h("path", { d: paths[name] }),
  );
}
