import { toAttributeLabel } from "../context/attribute-label.ts";
import { formatAs } from "../context/format-value.ts";
import { findStandardTypes, isSameEverywhere, standardKlasses } from "../context/standard-klasses.ts";
import type { Linker } from "../engine/linker.ts";
import type { Call } from "../ir/nodes.ts";
import { isHelper, platformName } from "../ir/platform-name.ts";
import { type AttributeType, toAttributeKind } from "../policy/attribute-kind.ts";
import { call } from "../runtime/call.ts";
import { getNamed } from "../runtime/get.ts";
import { findDisplayName } from "../scope/platform.ts";
import type { Emit } from "./emit.ts";
import { writeChild, writeText } from "./html-write.ts";

/** Types whose texts are shown as they are; so are texts and numbers of attributes of no declared type. */
const textTypes: ReadonlySet<AttributeType | undefined> = new Set<AttributeType>(["Str", "Txt", "Url", "Id", "Text", "Link"]);
const numberTypes: ReadonlySet<AttributeType | undefined> = new Set<AttributeType>(["Num", "Text", "Link"]);

/**
 * Links the platform's helpers, where the attribute's name is constant, so that they write straight away what they would give for
 * the usual value; for any other value the helper itself is called. `undefined` for other calls.
 */
export function linkHelper(node: Call, linker: Linker): Emit | undefined {
  return isHelper(node, "format") ? linkFormat(node, linker) : linkLabel(node);
}

function linkFormat(node: Call, linker: Linker): Emit | undefined {
  const [value, field, klass] = node.args;
  if (value === undefined || value.kind === "spread" || field?.kind !== "constant" || klass?.kind === "spread") return undefined;
  const run = linker.expression(value);
  const runKlass = klass === undefined ? undefined : linker.expression(klass);
  const name = field.value;
  const at = node.span[0];
  const types = toTypes(name, klass?.kind === "constant" ? klass.value : undefined);
  const isText = types.every((type) => type === undefined || textTypes.has(type));
  const isNumber = types.every((type) => type === undefined || numberTypes.has(type));
  return (frame, realm, html) => {
    const shown = run(frame, realm);
    if (isText && typeof shown === "string") return html + writeText(shown);
    if (isNumber && typeof shown === "number") return html + shown;
    realm.at = at;
    // Where the host defines no klasses, nothing but the name can say more than was known when the card was linked.
    if (types.length === 1 && realm.klasses === undefined) return html + writeChild(realm, formatAs(realm, shown, name, types[0]));
    const format = getNamed(realm, realm.globals.get(platformName), "format");
    return html + writeChild(realm, call(realm, format, undefined, [shown, name, runKlass?.(frame, realm)]));
  };
}

/**
 * The types that an attribute may have when the card is rendered: that of its klass, or of any where the klass isn't known yet. A
 * relationship of the host's shows texts and numbers as attributes of no type do.
 */
function toTypes(name: unknown, klass: unknown): readonly (AttributeType | undefined)[] {
  const suffix = toAttributeKind(name);
  if (typeof name !== "string") return [suffix];
  if (typeof klass === "string") return [standardKlasses.type(klass, name) ?? suffix];
  return [suffix, ...(findStandardTypes(name) ?? [])];
}

function linkLabel(node: Call): Emit | undefined {
  const derived = toDerivedLabel(node);
  if (derived === undefined) return undefined;
  const { name, klass, text } = derived;
  const written = writeText(text);
  return (_frame, realm, html) => {
    const given = findDisplayName(realm, name, klass);
    return html + (given === undefined ? written : writeText(given));
  };
}

/** A label of a constant attribute: what is shown where the host gives the attribute no display name. */
interface DerivedLabel {
  readonly name: string;
  readonly klass: unknown;
  readonly text: string;
  /** Without definitions of the host's, the label is this in whichever klass the attribute is. */
  readonly fixed: boolean;
}

/** Derives the label that `kview.label(…)` gives without definitions of the host's; `undefined` for other expressions. */
export function toDerivedLabel(node: Call): DerivedLabel | undefined {
  const [field, type] = node.args;
  if (!isHelper(node, "label") || field?.kind !== "constant" || typeof field.value !== "string" || field.value === "") return undefined;
  if (type !== undefined && type.kind !== "constant") return undefined;
  const [name, klass] = [field.value, type?.value];
  const derived = toAttributeLabel(name);
  return typeof klass === "string"
    ? { name, klass, text: standardKlasses.displayName(klass, name) ?? derived, fixed: true }
    : { name, klass, text: derived, fixed: isSameEverywhere(name, derived) };
}
