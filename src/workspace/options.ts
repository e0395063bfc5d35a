import { toKlasses } from "../context/create-klasses.ts";
import type { Klasses } from "../context/klasses.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Theme, themes } from "../policy/themes.ts";
import { checkKeys, type RenderOptions, renderOptionNames, type Settings, toSettings } from "../render/options.ts";
import type { Views } from "../views/view.ts";
import { englishWords, type WorkspaceWords } from "./words.ts";

/** What a diagnostic of a workspace is about. */
export interface WorkspaceSubject {
  /** The id of the timeline's item. */
  readonly item?: string;
  /** The name of the view. */
  readonly view?: string;
}

/** What timeline and panel take besides their records: all that a card takes, and what is known beyond one card. */
export interface WorkspaceOptions extends Omit<RenderOptions, "theme" | "onDiagnostic"> {
  /** Theme of the whole; `device` follows what the reader's device asks for. None is written when absent. */
  readonly theme?: Theme;
  /** What `createViews` gave. */
  readonly views: Views;
  /** What `createKlasses` gave, or what it takes. */
  readonly klasses?: unknown;
  /** Path data of icons by name (`kview/icons`), for the icons around cards. Absent: a neutral glyph. */
  readonly icons?: ReadonlyMap<string, string>;
  /** Texts in place of the English ones. */
  readonly words?: Partial<WorkspaceWords>;
  /** Hears of everything that was left out or failed, and what it is about. */
  readonly onDiagnostic?: (diagnostic: Diagnostic, subject: WorkspaceSubject) => void;
}

/** Checked options with their defaults. */
export interface WorkspaceSettings {
  readonly theme: Theme | undefined;
  readonly views: Views;
  readonly klasses: Klasses;
  readonly icons: ReadonlyMap<string, string> | undefined;
  readonly words: WorkspaceWords;
  /** What each card is given as options, apart from `idPrefix` and `onDiagnostic`. The theme is the whole's. */
  readonly cardOptions: Omit<RenderOptions, "theme" | "onDiagnostic">;
  /** The same, checked. `policy.idPrefix` is the workspace's own. */
  readonly card: Settings;
  readonly tell: (diagnostic: Diagnostic, subject: WorkspaceSubject) => void;
}

const ownNames: readonly string[] = ["views", "klasses", "icons", "words"];

/** Room for the numbers of an item and its card behind it, within what a card's prefix may be. */
const longestPrefix = 40;

/**
 * Checks what timeline and panel share of their options. A `TypeError` names the key at fault.
 *
 * @param others Keys that the timeline, or the panel, has besides; it checks them itself.
 */
export function toWorkspaceSettings<Options extends WorkspaceOptions>(options: Options, others: readonly string[] = []): WorkspaceSettings {
  checkKeys(options, [...renderOptionNames, ...ownNames, ...others], "option");
  const { theme, views, klasses, icons, words, onDiagnostic } = options;
  if (theme !== undefined && !themes.includes(theme)) throw new TypeError("option `theme` is `light`, `dark` or `device`");
  if (typeof views?.for !== "function") throw new TypeError("option `views` has to be what `createViews` gave");
  if (icons !== undefined && typeof icons?.get !== "function")
    throw new TypeError("option `icons` has to be a map of path data by name: `icons` of `kview/icons`");
  if (onDiagnostic !== undefined && typeof onDiagnostic !== "function") throw new TypeError("option `onDiagnostic` has to be a function");
  const cardOptions: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options))
    if (renderOptionNames.includes(name) && name !== "theme" && name !== "onDiagnostic" && value !== undefined) cardOptions[name] = value;
  const card = toSettings(cardOptions, new Set());
  if (card.policy.idPrefix.length > longestPrefix)
    throw new TypeError(`option \`idPrefix\` has to hold at most ${longestPrefix} characters: those of the items come behind it`);
  return {
    theme,
    views,
    klasses: toKlasses(klasses),
    icons,
    words: toWords(words),
    cardOptions,
    card,
    tell: onDiagnostic ?? ignore,
  };
}

/** Puts a prefix in the place of a workspace's own: the ids of two timelines or panels of a page differ. */
export function withIdPrefix(settings: WorkspaceSettings, idPrefix: string): WorkspaceSettings {
  return { ...settings, card: { ...settings.card, policy: { ...settings.card.policy, idPrefix } } };
}

function ignore(): void {}

const optionalWords: readonly string[] = ["today", "yesterday", "tomorrow"];

function toWords(given: Partial<WorkspaceWords> | undefined): WorkspaceWords {
  if (given === undefined) return englishWords;
  checkKeys(given, [...Object.keys(englishWords), ...optionalWords], "key of `words`");
  for (const [name, value] of Object.entries(given))
    if (typeof value !== "string") throw new TypeError(`key \`${name}\` of option \`words\` has to be text`);
  return { ...englishWords, ...given };
}
