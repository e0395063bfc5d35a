import { srcsets, urls } from "./addresses.ts";
import { attributes } from "./attributes.ts";
import { hostile } from "./hostile.ts";
import { html } from "./html.ts";
import { language } from "./language.ts";
import { markup } from "./markup.ts";
import { regexes } from "./regexes.ts";
import { selectors } from "./selectors.ts";
import { sources } from "./sources.ts";
import { stored } from "./stored.ts";
import { declarations, sheets } from "./styles.ts";
import type { FuzzTarget } from "./target.ts";
import { values } from "./values.ts";

/** Everything that is fuzzed. */
export const targets: readonly FuzzTarget[] = [
  language,
  markup,
  hostile,
  sources,
  stored,
  values,
  html,
  attributes,
  urls,
  srcsets,
  declarations,
  sheets,
  selectors,
  regexes,
];
