import type { CssNode } from "css-tree";
import { ident, toSelectorNodes } from "./css-selector-syntax.ts";
import type { Theme } from "./themes.ts";

/** What a style sheet asks of the theme. */
export type Scheme = "light" | "dark";

/** A way in which a scheme can hold: what is put behind the selector of the card's root, and the media query around the rule. */
export interface ThemeBranch {
  readonly root: string;
  readonly media: string;
}

/** Selects a root whose own theme is the given one, or else that of the nearest ancestor which has one. */
function nearest(theme: Theme): string {
  const named = `[data-theme="${theme}"]`;
  return `${named},:not([data-theme]):is(${named} *):not(${named} [data-theme]:not(${named}) *)`;
}

// Paper is white: on it every card is light, as in the theme's own sheet.
const always = "";
const onScreen = "screen";
const onPaper = "print";
const onDarkDevice = "screen and (prefers-color-scheme:dark)";
const onLightDevice = "print,(prefers-color-scheme:light)";

// Where the host names no theme for the card, those around it tell; and where there is none, the card is light, as the theme's sheet is.
const byAncestors: Readonly<Record<Scheme, readonly ThemeBranch[]>> = {
  dark: [
    { root: `:where(${nearest("dark")})`, media: onScreen },
    { root: `:where(${nearest("device")})`, media: onDarkDevice },
  ],
  light: [
    { root: `:where(:not(${nearest("dark")},${nearest("device")}))`, media: always },
    { root: `:where(${nearest("dark")})`, media: onPaper },
    { root: `:where(${nearest("device")})`, media: onLightDevice },
  ],
};

const named: Readonly<Record<Theme, Readonly<Record<Scheme, string | undefined>>>> = {
  light: { light: always, dark: undefined },
  dark: { light: onPaper, dark: onScreen },
  device: { light: onLightDevice, dark: onDarkDevice },
};

/**
 * Gives the ways in which a card can be shown in a scheme; none where it never is.
 *
 * @param theme What the host named for the card; it wins over what the reader's device asks for.
 */
export function toBranches(scheme: Scheme, theme: Theme | undefined): readonly ThemeBranch[] {
  if (theme === undefined) return byAncestors[scheme];
  const media = named[theme][scheme];
  return media === undefined ? [] : [{ root: `:where([data-theme="${theme}"])`, media }];
}

// What pages call their themes. A class or an attribute that is not here is the template's own.
const classes: ReadonlyMap<string, Scheme> = new Map(
  (["light", "dark"] as const).flatMap((scheme) =>
    [scheme, `theme-${scheme}`, `${scheme}-theme`, `${scheme}-mode`].map((name) => [name, scheme] as const),
  ),
);
const attributes: ReadonlySet<string> = new Set(["data-theme", "data-color-scheme", "data-color-mode", "data-mode", "data-bs-theme"]);

const opposite: Readonly<Record<Scheme, Scheme>> = { light: "dark", dark: "light" };

/** What a compound says about the theme. */
export interface SchemeWords {
  readonly scheme: Scheme;
  /** Said by classes alone, which a template may have for something else. */
  readonly byClass: boolean;
  /** The parts that say nothing about it. */
  readonly rest: readonly CssNode[];
}

/**
 * Reads off a compound which theme it asks for: `.dark`, `[data-theme="dark"]`, `:is()` and `:where()` of them; beside the root
 * also `:not()` of the other. `undefined` where it says nothing, or two things.
 */
export function readSchemeWords(parts: readonly CssNode[], besideRoot: boolean): SchemeWords | undefined {
  let scheme: Scheme | undefined;
  let byClass = true;
  const rest: CssNode[] = [];
  for (const part of parts) {
    const found = readWord(part) ?? readList(part, besideRoot);
    if (found === undefined) {
      rest.push(part);
      continue;
    }
    if (scheme !== undefined && scheme !== found.scheme) return undefined;
    scheme = found.scheme;
    byClass &&= found.byClass;
  }
  return scheme === undefined ? undefined : { scheme, byClass, rest };
}

type Word = Omit<SchemeWords, "rest">;

function readWord(part: CssNode): Word | undefined {
  if (part.type === "ClassSelector") {
    const scheme = classes.get(ident.decode(part.name));
    return scheme && { scheme, byClass: true };
  }
  if (part.type !== "AttributeSelector" || part.matcher !== "=" || part.value === null) return undefined;
  if (!attributes.has(ident.decode(part.name.name).toLowerCase())) return undefined;
  const value = part.value.type === "String" ? part.value.value : ident.decode(part.value.name);
  return value === "light" || value === "dark" ? { scheme: value, byClass: false } : undefined;
}

function readList(part: CssNode, besideRoot: boolean): Word | undefined {
  if (part.type !== "PseudoClassSelector" || part.children === null) return undefined;
  const name = part.name.toLowerCase();
  const list = part.children.first;
  if (list?.type !== "SelectorList" || (name !== "is" && name !== "where" && !(name === "not" && besideRoot))) return undefined;
  const words = toSelectorNodes(list).map((one) => {
    const only = one.children.size === 1 ? one.children.first : null;
    return only === null ? undefined : readWord(only);
  });
  const first = words[0];
  if (first === undefined || words.some((word) => word?.scheme !== first.scheme)) return undefined;
  return {
    scheme: name === "not" ? opposite[first.scheme] : first.scheme,
    byClass: (words as readonly Word[]).every((word) => word.byClass),
  };
}
