/** A colour that mail clients know how to paint: `#rrggbb`, or a name of CSS. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const call = /^(rgb|hsl)a?\(([^()]+)\)$/i;
const word = /^[a-z]{3,20}$/i;

/**
 * Gives a colour as mail clients read it; `undefined` for what is none that they do. Outlook knows neither alpha nor `hsl()`: a colour
 * that lets through is mixed with what lies under it.
 */
export function toMailColour(text: string, under: string): string | undefined {
  if (word.test(text)) return /^(inherit|initial|unset|revert|none|auto)$/i.test(text) ? undefined : text.toLowerCase();
  const colour = readColour(text);
  if (colour === undefined) return undefined;
  if (colour[3] === 0) return "transparent";
  const ground = readColour(under) ?? [255, 255, 255, 1];
  const mixed = [0, 1, 2].map((i) => (colour[i] as number) * colour[3] + (ground[i] as number) * (1 - colour[3]));
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function readColour(text: string): Rgba | undefined {
  const digits = hex.exec(text)?.[1];
  if (digits !== undefined) {
    const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
    const [red = 0, green = 0, blue = 0, alpha = 255] = (wide.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    return [red, green, blue, alpha / 255];
  }
  const [, name, list] = call.exec(text) ?? [];
  if (name === undefined || list === undefined) return undefined;
  const parts = list.trim().split(/[\s,/]+/);
  const alpha = parts[3] === undefined ? 1 : readPart(parts[3], 1);
  const rgb = name.toLowerCase() === "rgb" ? parts.slice(0, 3).map((part) => readPart(part, 255)) : toRgb(parts);
  const all = [...rgb, alpha];
  if (all.length !== 4 || parts.length > 4 || !all.every(Number.isFinite)) return undefined;
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => clamp(part, 255));
  return [red, green, blue, clamp(alpha, 1)];
}

function readPart(text: string, whole: number): number {
  return text.endsWith("%") ? (Number(text.slice(0, -1)) / 100) * whole : Number(text);
}

/** CSS Color 4, "HSL to sRGB". */
function toRgb(parts: readonly string[]): readonly number[] {
  const hue = Number((parts[0] ?? "").replace(/deg$/, ""));
  const saturation = clamp(readPart(parts[1] ?? "", 1), 1);
  const light = clamp(readPart(parts[2] ?? "", 1), 1);
  return [0, 8, 4].map((n) => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
