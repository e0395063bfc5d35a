import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/suggest.ts";
import type { PolicyEnv } from "../policy/env.ts";
import { defaultLimits, type Limits } from "../policy/limits.ts";
import { type Theme, themes } from "../policy/themes.ts";
import type { Host } from "../runtime/host.ts";

/** What a render depends on besides template and bag. The same options and the same bag give the same bytes. */
export interface RenderOptions {
  /** Theme of the card's root element: `device` is what the reader's device asks for. Absent: none is written, and the page's holds. */
  readonly theme?: Theme;
  /** BCP 47 tag for formatting; `en-US` by default, never the host's. */
  readonly locale?: string;
  /** IANA time zone; `UTC` by default, never the host's. */
  readonly timeZone?: string;
  /** The instant that the card takes for now: a `Date`, milliseconds or ISO text. The host's clock is read when absent. */
  readonly now?: Date | number | string;
  /** Seed of `Math.random` and of helpers that draw numbers. */
  readonly seed?: number;
  /**
   * In front of every id, name and reference of the card: letters, digits, `-`, `_`. `kv` by default; for a card that is mounted beside
   * others, one that none of them has.
   */
  readonly idPrefix?: string;
  /** Services for the card. An absent one is refused with an error that names it. */
  readonly host?: Host;
  /** The host's wishes about addresses, asked before they are written. */
  readonly policy?: Omit<PolicyEnv, "idPrefix">;
  readonly limits?: Partial<Limits>;
  /** Hears of everything that was left out or failed at run time. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** Checked options with their defaults. */
export interface Settings {
  readonly theme: Theme | undefined;
  readonly locale: string;
  readonly timeZone: string;
  readonly now: () => number;
  readonly seed: number;
  readonly policy: PolicyEnv;
  readonly host: Host;
  readonly limits: Limits;
  readonly onDiagnostic: ((diagnostic: Diagnostic) => void) | undefined;
}

const noServices: Host = Object.freeze({});
const policyNames: readonly string[] = ["images", "links", "frames"];
/** The keys of `RenderOptions`. */
export const renderOptionNames: readonly string[] = [
  "theme",
  "locale",
  "timeZone",
  "now",
  "seed",
  "idPrefix",
  "host",
  "policy",
  "limits",
  "onDiagnostic",
];

/**
 * Checks options. A `TypeError` names the key at fault.
 *
 * @param known Locales and zones that were found to exist; what is found now is added. Asking takes longer than rendering.
 * @param names The options that there are, where there are more.
 */
export function toSettings(options: RenderOptions, known: Set<string>, names: readonly string[] = renderOptionNames): Settings {
  checkKeys(options, names, "option");
  const { theme, locale = "en-US", timeZone = "UTC", idPrefix = "kv", seed = 1, host = noServices, policy, limits, onDiagnostic } = options;
  if (theme !== undefined && !themes.includes(theme))
    throw new TypeError(`option \`theme\` is \`light\`, \`dark\` or \`device\`, not ${print(theme)}`);
  if (typeof idPrefix !== "string" || !/^[A-Za-z][\w-]{0,63}$/.test(idPrefix))
    throw new TypeError(`option \`idPrefix\` has to begin with a letter and hold letters, digits, \`-\` and \`_\`, not ${print(idPrefix)}`);
  if (typeof seed !== "number" || !Number.isInteger(seed))
    throw new TypeError(`option \`seed\` has to be a whole number, not ${print(seed)}`);
  if (onDiagnostic !== undefined && typeof onDiagnostic !== "function") throw new TypeError("option `onDiagnostic` has to be a function");
  checkHost(host);
  if (locale !== "en-US" && !known.has(locale)) checkIntl("locale", locale, known, () => new Intl.NumberFormat(locale));
  if (timeZone !== "UTC" && !known.has(timeZone))
    checkIntl("timeZone", timeZone, known, () => new Intl.DateTimeFormat("en-US", { timeZone }));
  return {
    theme,
    locale,
    timeZone,
    now: toClock(options.now, host),
    seed,
    policy: toPolicy(policy, idPrefix),
    host,
    limits: toLimits(limits),
    onDiagnostic,
  };
}

const services: readonly (keyof Host)[] = [
  "request",
  "command",
  "fetch",
  "clipboard",
  "notify",
  "updateAttribute",
  "search",
  "formChange",
  "openLink",
  "log",
];

/** What is no service would be missed only when somebody needs it, or be no service in silence. */
function checkHost(host: Host): void {
  if (typeof host !== "object" || host === null) throw new TypeError("option `host` has to be an object of services");
  if (host === noServices) return;
  for (const name of services) {
    const service: unknown = host[name];
    if (service !== undefined && service !== null && typeof service !== "function")
      throw new TypeError(`service \`${name}\` of option \`host\` has to be a function, not ${print(service)}`);
  }
}

/** Puts the host's wishes and a card's prefix together. A `TypeError` names an unknown key. */
export function toPolicy(policy: RenderOptions["policy"], idPrefix: string): PolicyEnv {
  if (policy === undefined) return { idPrefix };
  checkKeys(policy, policyNames, "key of `policy`");
  return { ...policy, idPrefix };
}

/** Fills up limits. A `TypeError` names an unknown one, or one that is no positive whole number. */
export function toLimits(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return defaultLimits;
  checkKeys(limits, Object.keys(defaultLimits), "limit");
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isInteger(value) || (value as number) <= 0)
      throw new TypeError(`limit \`${name}\` has to be a positive whole number, not ${print(value)}`);
  }
  return { ...defaultLimits, ...limits };
}

/** Throws a `TypeError` that names a key which is not among the known ones. */
export function checkKeys(given: object, known: readonly string[], what: string): void {
  if (typeof given !== "object" || given === null) throw new TypeError(`${toPlural(what)} to be an object, not ${print(given)}`);
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const meant = suggestName(key, known);
    throw new TypeError(`unknown ${what} \`${key}\`${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`);
  }
}

/** `options have`; `` `total` has ``, whose keys they are. */
function toPlural(what: string): string {
  return what.startsWith("key of ") ? `${what.slice("key of ".length)} has` : `${what}s have`;
}

function toClock(now: RenderOptions["now"], { clock }: Host): () => number {
  if (now === undefined) return clock === undefined ? Date.now : () => clock.now();
  const instant = now instanceof Date ? now.getTime() : typeof now === "string" ? Date.parse(now) : now;
  if (typeof instant !== "number" || !Number.isFinite(instant))
    throw new TypeError(`option \`now\` has to be a Date, milliseconds or ISO text, not ${print(now)}`);
  return () => instant;
}

function checkIntl(name: string, value: unknown, known: Set<string>, attempt: () => unknown): void {
  if (typeof value !== "string") throw new TypeError(`option \`${name}\` has to be text, not ${print(value)}`);
  try {
    attempt();
  } catch {
    throw new TypeError(`option \`${name}\` is not known here: ${print(value)}`);
  }
  known.add(value);
}

function print(value: unknown): string {
  return typeof value === "string"
    ? `\`${value.slice(0, 40)}\``
    : value === null
      ? "null"
      : typeof value === "object"
        ? "an object"
        : String(value).slice(0, 40);
}
