/** The types of custom attributes, named as their suffixes (`reference/kview.md`, section 2.4). */
export type AttributeKind = "Str" | "Txt" | "Num" | "At" | "Bool" | "Url" | "Id" | "Tree" | "Obj";

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
