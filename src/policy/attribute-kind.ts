/** The types of custom attributes, named as their suffixes (`reference/kview.md`, section 2.4). */
export type AttributeKind = "Str" | "Txt" | "Num" | "At" | "Bool" | "Url" | "Id" | "Tree" | "Obj";

/**
 * The types of standard attributes that no suffix can name. `Text` may be a number too; `Word` is one of a few words of the platform,
 * `Words` one or a list of them; `Day` has no time; `List` holds texts; `Addresses` are records of an e-mail address, a number, a URL;
 * `Link` is a record or an id, `Links` a list of them; `Message` a message in short; `Any` has no form that is known.
 */
export type StandardType =
  | "Text"
  | "Word"
  | "Words"
  | "Day"
  | "List"
  | "Addresses"
  | "Places"
  | "Sentiment"
  | "Counts"
  | "Link"
  | "Links"
  | "Message"
  | "Any";

/** The type of an attribute: a klass declares it, or the suffix of the name says it. */
export type AttributeType = AttributeKind | StandardType;

const kindsBySuffix: ReadonlyMap<string, AttributeKind> = new Map(
  (["Str", "Txt", "Num", "At", "Bool", "Url", "Id", "Tree", "Obj"] as const).map((kind) => [kind, kind]),
);

const longestSuffix = 4;

/** Reads the type off an attribute's name: `orderTotalNum` is a `Num`. `undefined` for names without a known suffix. */
export function toAttributeKind(field: unknown): AttributeKind | undefined {
  if (typeof field !== "string") return undefined;
  // A suffix begins with the last capital of the name, so at most one slice is made, however the name ends.
  for (let at = field.length - 2; at >= 0 && at >= field.length - longestSuffix; at--) {
    const unit = field.charCodeAt(at);
    if (unit >= 65 && unit <= 90) return kindsBySuffix.get(field.slice(at));
  }
  return undefined;
}
