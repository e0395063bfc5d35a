import { toAttributeLabel } from "../context/attribute-label.ts";
import type { Linker } from "../engine/linker.ts";
import type { Call } from "../ir/nodes.ts";
import { isHelper, platformName } from "../ir/platform-name.ts";
import { type AttributeKind, toAttributeKind } from "../policy/attribute-kind.ts";
import { call } from "../runtime/call.ts";
import { getNamed } from "../runtime/get.ts";
import { findDisplayName } from "../scope/platform.ts";
import type { Emit } from "./emit.ts";
import { writeChild, writeText } from "./html-write.ts";

/** Attributes whose text is shown as it is; so are texts and numbers of attributes without a known suffix. */
const textKinds: ReadonlySet<AttributeKind> = new Set<AttributeKind>(["Str", "Txt", "Url", "Id"]);

/**
 * Links the platform's helpers, where the attribute's name is constant, so that they write straight away what they would give for
 * the usual value; for any other value the helper itself is called. `undefined` for other calls.
 */
export function linkHelper(node: Call, linker: Linker): Emit | undefined {
  return isHelper(node, "format") ? linkFormat(node, linker) : linkLabel(node);
}

function linkFormat(node: Call, linker: Linker): Emit | undefined {
  const [value, field] = node.args;
  if (value === undefined || value.kind === "spread" || field?.kind !== "constant") return undefined;
  const kind = toAttributeKind(field.value);
  const run = linker.expression(value);
  const name = field.value;
  const at = node.span[0];
  const isText = kind === undefined || textKinds.has(kind);
  const isNumber = kind === undefined || kind === "Num";
  return (frame, realm, html) => {
    const shown = run(frame, realm);
    if (isText && typeof shown === "string") return html + writeText(shown);
    if (isNumber && typeof shown === "number") return html + shown;
    realm.at = at;
    return html + writeChild(realm, call(realm, getNamed(realm, realm.globals.get(platformName), "format"), undefined, [shown, name]));
  };
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

/** A label of a constant attribute: what is shown where no klass gives the attribute a display name. */
interface DerivedLabel {
  readonly name: string;
  readonly klass: unknown;
  readonly text: string;
}

/** Derives the label that `kview.label(…)` gives without klass metadata; `undefined` for other expressions. */
export function toDerivedLabel(node: Call): DerivedLabel | undefined {
  const [field, type] = node.args;
  if (!isHelper(node, "label") || field?.kind !== "constant" || typeof field.value !== "string" || field.value === "") return undefined;
  if (type !== undefined && type.kind !== "constant") return undefined;
  return { name: field.value, klass: type?.value, text: toAttributeLabel(field.value) };
}
