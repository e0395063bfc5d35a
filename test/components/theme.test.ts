import { describe, expect, it } from "vitest";
import { readTheme } from "../../scripts/theme.js";
import { standardComponents } from "../../src/components.ts";

const css = readTheme();

/** Declarations of the first block whose selector ends a line with the given text. */
function block(selector: string, from = 0): Map<string, string> {
  const start = css.indexOf(`${selector} {`, from);
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return new Map([...body.matchAll(/^\s*([\w-]+):\s*(.+);$/gm)].map(([, name, value]) => [name as string, value as string]));
}

const light = block('[data-theme="device"]');
const dark = block('[data-theme="dark"]');
const device = block('[data-theme="device"]', css.indexOf("@media (prefers-color-scheme: dark)"));

const documented =
  `background-primary-color background-primary-color-rgb background-primary-color-inverse-rgb background-primary-color-hover
  background-primary-color-selected background-secondary-color background-tertiary-color background-tertiary-color-rgb
  background-tertiary-color-hover background-tertiary-color-hover-rgb background-nav-primary-color background-modal-overlay-color-rgb
  background-search-results-has-active-users-color background-search-results-has-active-users-color-hover font-primary-color
  font-primary-color-inverse font-secondary-color font-secondary-hover-color icon-primary-color icon-primary-color-disabled
  form-border-color form-border-color-hover form-border-color-disabled color-hint`.split(/\s+/);

describe("theme.css", () => {
  it("defines the documented variables in both themes", () => {
    for (const name of documented) {
      expect(light.has(`--${name}`), name).toBe(true);
      expect(dark.has(`--${name}`), name).toBe(true);
    }
  });

  it("defines the same names in both themes, and the device's dark theme is the dark theme", () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
    expect([...device]).toEqual([...dark]);
  });

  it("uses no variable that it does not define", () => {
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it("styles every class that a component writes", () => {
    const written = standardComponents.flatMap(({ template }) => [...(template ?? "").matchAll(/kv-[a-z-]*[a-z]/g)].map(([name]) => name));
    expect([...new Set(written)].filter((name) => !css.includes(`.${name}`))).toEqual([]);
  });

  it.each([
    ["--font-primary-color", "--background-primary-color"],
    ["--font-secondary-color", "--background-primary-color"],
    ["--font-secondary-color", "--background-secondary-color"],
    ["--kv-hint", "--background-primary-color"],
    ["--kv-link", "--background-primary-color"],
    ["--kv-neutral", "--kv-neutral-soft"],
    ["--kv-info", "--kv-info-soft"],
    ["--kv-success", "--kv-success-soft"],
    ["--kv-alert", "--kv-alert-soft"],
    ["--kv-danger", "--kv-danger-soft"],
    ["--kv-action-text", "--kv-action"],
    ["--kv-action-text", "--kv-danger-action"],
    ["--kv-disabled-text", "--kv-disabled"],
    ["--kv-tile-text", "--kv-tile"],
    ["--kv-neutral", "--background-primary-color"],
    ["--kv-info", "--background-primary-color"],
    ["--kv-success", "--background-primary-color"],
    ["--kv-alert", "--background-primary-color"],
    ["--kv-danger", "--background-primary-color"],
    ["--font-primary-color", "--kv-info-soft"],
    ["--font-primary-color", "--kv-success-soft"],
    ["--font-primary-color", "--kv-alert-soft"],
    ["--font-primary-color", "--kv-danger-soft"],
    ["--font-primary-color", "--kv-tile"],
    ["--font-primary-color", "--background-primary-color-hover"],
    ["--kv-link-hover", "--background-primary-color-hover"],
    ["--kv-link-hover", "--background-primary-color"],
    ["--kv-action-text", "--kv-action-hover"],
    ["--kv-action-text", "--kv-danger-action-hover"],
    ["--kv-hint", "--background-secondary-color"],
    ["--kv-link", "--background-secondary-color"],
    // What a callout makes of quiet texts and links.
    ...["info", "success", "alert", "danger"].flatMap((tone): [string, string][] => [
      ["--font-primary-color", `--kv-${tone}-ground`],
      ["--font-secondary-hover-color", `--kv-${tone}-ground`],
      ["--kv-link-hover", `--kv-${tone}-ground`],
      [`--kv-${tone}`, `--kv-${tone}-ground`],
    ]),
    ["--font-secondary-hover-color", "--kv-tile"],
    ["--kv-link-hover", "--kv-tile"],
  ])("%s on %s has contrast of at least 4.5 in both themes", (text, background) => {
    for (const theme of [light, dark]) {
      expect(contrast(theme.get(text) ?? "", theme.get(background) ?? "")).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the colours of names", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("%i is dark enough for the letters on it", (shade) => {
    const [, color = ""] = new RegExp(`--kv-shade-${shade}: (#\\w+);`).exec(css) ?? [];
    expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast ratio of two `#rrggbb` colours (WCAG 2.2, 1.4.3). */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
