import { type CssProperty, findCssProperty } from "./css-properties.ts";
import { type CssPlace, findCssFault } from "./css-value.ts";
import type { PolicyEnv } from "./env.ts";
import { prefixAnimation } from "./keyframes.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { splitDeclarations } from "./split-declarations.ts";
import { judgeText } from "./text.ts";

/** A judged style: what to write, and what was left out. */
export interface JudgedStyle {
  /** `color:red;padding:1px`, in React's form; empty when nothing is left. Not escaped for HTML. */
  readonly css: string;
  readonly refused: readonly RefusedStyle[];
}

export interface RefusedStyle {
  /** Property as written, cut to 60 characters. */
  readonly name: string;
  readonly reason: string;
}

const none: readonly RefusedStyle[] = [];
const unknownProperty = refuse("not a property that cards may set");
const notPrimitive = refuse("only text and numbers can be a style's value");
const notFinite = refuse("not a finite number");
const keywordOnly = refuse("not among the values that cards may use");

/**
 * Judges a style: pairs of property and value of a style record, or the text of a `style` attribute.
 *
 * Pairs follow React: names in camel or kebab case, numbers get `px` unless the property takes bare numbers, null,
 * booleans and empty strings are not there. A refused declaration does not touch the others.
 */
export function judgeStyle(entries: Iterable<readonly [string, unknown]> | string, env: PolicyEnv): JudgedStyle {
  let css = "";
  let refused: RefusedStyle[] | undefined;
  for (const [name, value] of typeof entries === "string" ? splitDeclarations(entries) : entries) {
    const declaration = declare(name, value, "inline", env);
    if (isRefusal(declaration)) {
      refused ??= [];
      refused.push({ name: name.slice(0, 60), reason: declaration.refused });
    } else if (declaration !== "") {
      css = css === "" ? declaration : `${css};${declaration}`;
    }
  }
  return { css, refused: refused ?? none };
}

/**
 * Judges one declaration of a style record, so that the compiler can fold constant ones.
 *
 * @returns `padding:1px`; an empty string for a value that React does not write (null, booleans, empty text); `undefined` for
 *   a refusal. Properties for which `isCardProperty` holds must not be folded: their value depends on the card's prefix.
 */
export function judgeDeclaration(name: string, value: unknown): string | undefined {
  const declaration = declare(name, value, "inline", undefined);
  return isRefusal(declaration) ? undefined : declaration;
}

/** Tells whether a property's value depends on the card (`animation`, `animation-name`: keyframes carry its prefix). */
export function isCardProperty(name: string): boolean {
  return findCssProperty(name)?.keyframes === true;
}

/** Judges one declaration; without `env`, values that depend on the card are refused. */
export function declare(name: string, value: unknown, place: CssPlace, env: PolicyEnv | undefined): string | Refusal {
  if (value === null || value === undefined || typeof value === "boolean" || value === "") return "";
  const property = findCssProperty(name);
  if (property === undefined) return unknownProperty;
  if (typeof value === "number") return declareNumber(property, name, value);
  return typeof value === "string" ? declareText(property, value, place, env) : notPrimitive;
}

function declareNumber(property: CssProperty, name: string, value: number): string | Refusal {
  if (!Number.isFinite(value)) return notFinite;
  if (property.keywords !== undefined || property.keyframes) return keywordOnly;
  return value === 0 || (property.unitless && !isKebab(name)) ? `${property.name}:${value}` : `${property.name}:${value}px`;
}

function declareText(property: CssProperty, value: string, place: CssPlace, env: PolicyEnv | undefined): string | Refusal {
  const text = judgeText(value).trim();
  if (text === "") return "";
  const bare = toBareValue(text);
  const fault = findCssFault(bare, place);
  if (fault !== undefined) return refuse(fault);
  if (property.keywords !== undefined && !property.keywords.has(bare.toLowerCase())) return keywordOnly;
  // `color-scheme: light dark` says that both will do, and would leave it to the reader's device: the host's theme decides.
  if (property.name === "color-scheme" && /\blight\b/i.test(bare) && /\bdark\b/i.test(bare)) return "";
  if (!property.keyframes) return `${property.name}:${text}`;
  return env === undefined ? keywordOnly : `${property.name}:${prefixAnimation(bare, env)}${text.slice(bare.length)}`;
}

/** Cuts off `!important`. */
function toBareValue(text: string): string {
  const mark = text.search(/!\s*important$/i);
  return mark === -1 ? text : text.slice(0, mark).trimEnd();
}

/** React knows the properties that take bare numbers by their camel-case names alone: `"line-height": 2` is `2px` there. */
function isKebab(name: string): boolean {
  return name.includes("-") && !name.startsWith("--");
}
