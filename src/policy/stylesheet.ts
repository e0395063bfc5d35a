import { type CssPiece, parseBlocks } from "./css-blocks.ts";
import type { SelectorPlace } from "./css-compounds.ts";
import { isRootProperty } from "./css-root.ts";
import { ident } from "./css-selector-syntax.ts";
import { type JudgedSelectors, judgeSelectors } from "./css-selectors.ts";
import { escapeMarkup } from "./css-text.ts";
import { type Scheme, toBranches } from "./css-theme.ts";
import { asksForScheme, joinQueries, splitThemeQueries } from "./css-theme-query.ts";
import { judgeThemedSelectors } from "./css-theme-selectors.ts";
import { findCssFault } from "./css-value.ts";
import { type PolicyEnv, prefixKeyframes } from "./env.ts";
import { isRefusal } from "./refusal.ts";
import { declare, type JudgedStyle, type RefusedStyle } from "./styles.ts";
import { judgeText } from "./text.ts";
import type { Theme } from "./themes.ts";

/** Bounds of one `<style>`. */
export const styleSheetLimits = Object.freeze({
  /** UTF-16 units; what is longer is left out whole. */
  length: 131_072,
  /** Blocks in one another. */
  depth: 8,
  /** Refusals that are told apart; further ones are not listed. */
  refusals: 50,
  /** UTF-16 units that are judged and written: what is said for several themes is written for each. What needs more is left out whole. */
  work: 8_388_608,
});

interface Sheet {
  /** Selector of the card's root. */
  readonly root: string;
  /** The same, but where it is shown in `scheme`. */
  readonly scope: string;
  readonly scheme: Scheme | undefined;
  /** What the host named for the card. */
  readonly theme: Theme | undefined;
  readonly env: PolicyEnv;
  readonly refused: RefusedStyle[];
  /** What is left of `styleSheetLimits.work`; shared by all that is written of a sheet. */
  readonly work: { left: number };
}

/** The rule around a piece: whether it may select the card's root. Absent outside of style rules. */
interface Around {
  readonly inRoot: boolean;
}

// At-rules that hold rules under a condition.
const conditional: ReadonlySet<string> = new Set(["media", "supports", "container"]);
const keyframes: ReadonlySet<string> = new Set(["keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes"]);

const atRule = /^@((?:[\w-]|[^\0-\x7f]|\\[0-9a-f]{1,6}\s?|\\[^\n\r\f0-9a-f])+)([\s\S]*)$/i;
const keyframesName = /^-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*$/i;
const keyframesString = /^(["'])([^"'\\]*)\1$/;
const keyframesStep = /^(?:from|to|\d{1,3}(?:\.\d{1,6})?%)$/i;

/**
 * Judges the text of a `<style>` and scopes it to the card.
 *
 * Everything is written anew from allowlists: style rules (nested ones too), `@media`, `@supports`, `@container`, and
 * `@keyframes` under names with the card's prefix. `@layer` is taken off its content. What is said of the page's theme
 * (`.dark .a`, `prefers-color-scheme`) holds for the theme that the card is shown in. Other at-rules (`@import`,
 * `@font-face`, `@property`, …) are left out: they load, or are global to the document. The result holds no `<` that an HTML
 * parser could take for `</style`. Never throws; linear.
 *
 * @param root Selector of the card's root, such as `[data-kv-root="x"]`; ours, not judged.
 * @param theme What the host named for the card; absent, the `data-theme` of what is around the card tells.
 */
export function judgeStyleSheet(text: string, root: string, env: PolicyEnv, theme?: Theme): JudgedStyle {
  const sheet: Sheet = { root, scope: root, scheme: undefined, theme, env, refused: [], work: { left: styleSheetLimits.work } };
  if (text.length > styleSheetLimits.length) {
    refuseStyle(sheet, "<style>", `longer than ${styleSheetLimits.length} characters`);
    return { css: "", refused: sheet.refused };
  }
  // Wrappers of the time when browsers without styles would have shown their text.
  const { pieces, tooDeep } = parseBlocks(judgeText(text).replace(/<!--|-->/g, " "), styleSheetLimits.depth);
  if (tooDeep) refuseStyle(sheet, "<style>", `nested deeper than ${styleSheetLimits.depth} blocks`);
  const css = writePieces(pieces, sheet, undefined);
  if (sheet.work.left < 0)
    return { css: "", refused: [{ name: "<style>", reason: "too long as it has to be written, once for each theme" }] };
  // By construction every `<` is an escape or a comparison, every `&` a nesting selector; if that ever failed, nothing is written.
  return /<[^ =]|&[\w#]/.test(css) ? { css: "", refused: [{ name: "<style>", reason: "holds markup" }] } : { css, refused: sheet.refused };
}

function refuseStyle(sheet: Sheet, name: string, reason: string): string {
  const told = name.slice(0, 60);
  // What is written for two themes is judged twice.
  const isKnown = sheet.refused.some((one) => one.name === told && one.reason === reason);
  if (!isKnown && sheet.refused.length < styleSheetLimits.refusals) sheet.refused.push({ name: told, reason });
  return "";
}

/** Writes the pieces of a sheet or block. Depth of recursion is bounded by `parseBlocks`. */
function writePieces(pieces: readonly CssPiece[], sheet: Sheet, around: Around | undefined): string {
  let css = "";
  // A declaration needs a `;` only in front of something else.
  let open = false;
  for (const piece of pieces) {
    sheet.work.left -= piece.head.length;
    if (sheet.work.left < 0) return "";
    const isDeclaration = piece.pieces === undefined && !piece.head.startsWith("@");
    const written = isDeclaration ? writeDeclaration(piece.head, sheet, around) : writeBlock(piece, sheet, around);
    if (written === "") continue;
    css += open ? `;${written}` : written;
    open = isDeclaration;
  }
  return css;
}

function writeBlock(piece: CssPiece, sheet: Sheet, around: Around | undefined): string {
  const { head, pieces } = piece;
  const match = atRule.exec(head);
  if (match !== null)
    return writeAtRule(ident.decode(match[1] as string).toLowerCase(), (match[2] as string).trim(), pieces, sheet, around);
  if (pieces === undefined || head.startsWith("@")) return refuseStyle(sheet, head, "not understood");
  const selectors = judgeSelectors(head, toPlace(sheet, around));
  if (selectors.partial) refuseStyle(sheet, head, "a selector that cards may not use");
  const { scheme } = sheet;
  if (scheme !== undefined && selectors.asks.includes(scheme)) return writeSettledRule(head, scheme, selectors, pieces, sheet, around);
  const css = writeRule(selectors, pieces, sheet);
  return selectors.asks.reduce((written, asked) => written + writeThemedRule(head, asked, pieces, sheet, around), css);
}

function toPlace({ scope, env }: Sheet, around: Around | undefined): SelectorPlace {
  return { scope, env, ...(around === undefined ? {} : { nestedInRoot: around.inRoot }) };
}

function writeRule({ text, selectsRoot }: JudgedSelectors, pieces: readonly CssPiece[], sheet: Sheet): string {
  sheet.work.left -= text.length;
  const body = text === "" ? "" : writePieces(pieces, sheet, { inRoot: selectsRoot });
  return body === "" ? "" : `${text}{${body}}`;
}

/** A rule for a theme of the page, for the card in that theme. */
function writeThemedRule(head: string, scheme: Scheme, pieces: readonly CssPiece[], sheet: Sheet, around: Around | undefined): string {
  return writeInScheme(scheme, sheet, (inner) => writeRule(judgeThemed(head, scheme, pieces, inner, around), pieces, inner));
}

/** The same within what holds in that theme alone: what it holds is written once, or it would double with each rule around it. */
function writeSettledRule(
  head: string,
  scheme: Scheme,
  own: JudgedSelectors,
  pieces: readonly CssPiece[],
  sheet: Sheet,
  around: Around | undefined,
): string {
  const themed = judgeThemed(head, scheme, pieces, sheet, around);
  if (own.selectsRoot !== themed.selectsRoot) return writeRule(own, pieces, sheet) + writeRule(themed, pieces, sheet);
  const text = [own.text, themed.text].filter((one) => one !== "").join(",");
  return writeRule({ ...own, text }, pieces, sheet);
}

function judgeThemed(head: string, scheme: Scheme, pieces: readonly CssPiece[], sheet: Sheet, around: Around | undefined): JudgedSelectors {
  const loneClasses = pieces.every((piece) => piece.pieces === undefined && /^(?:--|color-scheme\b)/i.test(piece.head));
  const selectors = judgeThemedSelectors(head, toPlace(sheet, around), { scheme, anyRoot: sheet.root, loneClasses });
  if (selectors.partial) refuseStyle(sheet, head, "a selector that cards may not use");
  return selectors;
}

/**
 * Writes what holds in one theme, for each way in which the card can be shown in it. In what is written so, another theme never holds,
 * and the same one always: a sheet grows by its depth, never by a power of it.
 */
function writeInScheme(scheme: Scheme, sheet: Sheet, write: (sheet: Sheet) => string): string {
  // What is asked of the same theme is written where it stands.
  if (sheet.scheme !== undefined) return "";
  const branches = toBranches(scheme, sheet.theme);
  return branches.map(({ root, media }) => inMedia(media, write({ ...sheet, scope: sheet.root + root, scheme }))).join("");
}

function inMedia(condition: string, body: string): string {
  return body === "" || condition === "" ? body : `@media ${condition}{${body}}`;
}

function writeDeclaration(head: string, sheet: Sheet, around: Around | undefined): string {
  const colon = head.indexOf(":");
  if (around === undefined || colon === -1) return refuseStyle(sheet, head, "not understood");
  const name = ident.decode(head.slice(0, colon).trim());
  if (around.inRoot && !isRootProperty(name)) return refuseStyle(sheet, name, "not a property that cards may set on their root");
  const declaration = declare(name, head.slice(colon + 1), "sheet", sheet.env);
  return isRefusal(declaration) ? refuseStyle(sheet, name, declaration.refused) : escapeMarkup(declaration);
}

function writeAtRule(
  name: string,
  prelude: string,
  pieces: readonly CssPiece[] | undefined,
  sheet: Sheet,
  around: Around | undefined,
): string {
  if (pieces === undefined) return refuseStyle(sheet, `@${name}`, "an at-rule that cards may not use");
  if (keyframes.has(name) && around === undefined) return writeKeyframes(name, prelude, pieces, sheet);
  if (name === "layer") return writePieces(pieces, sheet, around);
  if (!conditional.has(name)) return refuseStyle(sheet, `@${name}`, "an at-rule that cards may not use");
  const fault = findCssFault(prelude, "condition");
  if (fault !== undefined) return refuseStyle(sheet, `@${name}`, fault);
  // `(width<600px)` is written `(width< 600px)`.
  const condition = prelude.replace(/<(?!=)/g, "< ");
  if (name === "media" && asksForScheme(condition)) return writeThemedMedia(condition, pieces, sheet, around);
  const body = writePieces(pieces, sheet, around);
  return body === "" ? "" : `@${name} ${condition}{${body}}`;
}

/** `@media (prefers-color-scheme: dark)`: the host decides what the reader gets, and the device where the host leaves it to the device. */
function writeThemedMedia(condition: string, pieces: readonly CssPiece[], sheet: Sheet, around: Around | undefined): string {
  const queries = splitThemeQueries(condition);
  // A comma or `and` within brackets parts them: what is written is judged once more.
  if (queries === undefined || queries.some(({ rest }) => findCssFault(rest, "condition") !== undefined))
    return refuseStyle(sheet, "@media", "asks for the theme other than alone, or with `and`");
  // In what is written for one theme a query asks for it in vain, or is left out: what it holds is written once.
  if (sheet.scheme !== undefined) {
    const rests = queries.filter(({ scheme = sheet.scheme }) => scheme === sheet.scheme).map(({ rest }) => rest);
    return rests.length === 0 ? "" : inMedia(joinQueries(rests), writePieces(pieces, sheet, around));
  }
  let css = "";
  for (const scheme of [undefined, "light", "dark"] as const) {
    const rests = queries.filter((query) => query.scheme === scheme).map(({ rest }) => rest);
    if (rests.length === 0) continue;
    const write = (inner: Sheet) => inMedia(joinQueries(rests), writePieces(pieces, inner, around));
    // Within a rule there is no root to begin with: the rule's elements are asked where they stand.
    const nest = (inner: Sheet) => toNestedRule(`&:where(${inner.scope},${inner.scope} *)`, write(inner));
    css += scheme === undefined ? write(sheet) : writeInScheme(scheme, sheet, around === undefined ? write : nest);
  }
  return css;
}

function toNestedRule(selector: string, body: string): string {
  return body === "" ? "" : `${selector}{${body}}`;
}

function writeKeyframes(rule: string, prelude: string, pieces: readonly CssPiece[], sheet: Sheet): string {
  // Keyframes have no selector: those of one theme would be those of the other.
  if (sheet.scheme !== undefined && sheet.theme === undefined)
    return refuseStyle(sheet, `@${rule}`, "keyframes are the same in both themes");
  const name = keyframesString.exec(prelude)?.[2] ?? prelude;
  if (!keyframesName.test(name)) return refuseStyle(sheet, `@${rule}`, "a name that cards may not use");
  let css = "";
  for (const { head, pieces: declarations } of pieces) {
    const steps = head.split(",").map((step) => step.trim());
    if (declarations === undefined || !steps.every((step) => keyframesStep.test(step))) {
      refuseStyle(sheet, head, "not understood");
      continue;
    }
    const plain = declarations.filter((piece) => piece.pieces === undefined);
    css += `${steps.join(",")}{${writePieces(plain, sheet, { inRoot: false })}}`;
  }
  return `@${rule} ${prefixKeyframes(name, sheet.env)}{${css}}`;
}
