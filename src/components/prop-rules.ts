import type { $ZodObject, $ZodType } from "zod/v4/core";
import type { PropKind, PropRule } from "../compile/component-source.ts";
import { iconName } from "./prop-kinds.ts";

/**
 * Derives from a props schema what the compiler asks of constant props: plain data, since the compiler knows no schemas. What it
 * can't tell of a schema (patterns, refinements, transforms) lets every value pass.
 */
export function toPropRules(props: $ZodObject): ReadonlyMap<string, PropRule> {
  const rules = new Map<string, PropRule>();
  for (const [name, schema] of Object.entries(props._zod.def.shape)) {
    const accepted = toAccepted(schema as $ZodType);
    rules.set(name, Object.freeze({ required: !mayBeAbsent(schema as $ZodType), ...accepted }));
  }
  return rules;
}

/** Schemas that stand for nothing being given. */
const standIns: ReadonlySet<string> = new Set(["optional", "default", "prefault", "catch"]);

function mayBeAbsent(schema: $ZodType): boolean {
  return schema._zod.optin === "optional" || standIns.has(schema._zod.def.type);
}

type Accepted = Pick<PropRule, "kinds" | "values" | "icon">;

const anything: Accepted = {};
/** Schemas around another that change nothing of what a prop may be. */
const wrappers: ReadonlySet<string> = new Set(["optional", "nullable", "default", "prefault", "nonoptional", "readonly", "catch"]);
const kinds: ReadonlyMap<string, PropKind> = new Map([
  ["string", "text"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["array", "list"],
  ["tuple", "list"],
  ["object", "record"],
  ["record", "record"],
]);

function toAccepted(schema: $ZodType): Accepted {
  if ((schema as unknown) === iconName) return { kinds: ["text"], icon: true };
  const def = schema._zod.def as {
    readonly type: string;
    readonly innerType?: $ZodType;
    readonly options?: readonly $ZodType[];
    readonly coerce?: boolean;
  };
  if (wrappers.has(def.type) && def.innerType !== undefined) return toAccepted(def.innerType);
  // Present for enums and literals, of values that JSX can write.
  const values = schema._zod.values;
  if ((def.type === "enum" || def.type === "literal") && values !== undefined && [...values].every(isPlain)) {
    return { kinds: [], values: [...values] as (string | number | boolean)[] };
  }
  if (def.type === "union" && def.options !== undefined) return joinAccepted(def.options.map(toAccepted));
  const kind = def.coerce === true ? undefined : kinds.get(def.type);
  return kind === undefined ? anything : { kinds: [kind] };
}

function joinAccepted(options: readonly Accepted[]): Accepted {
  if (options.some(({ kinds: own }) => own === undefined)) return anything;
  const values = options.flatMap((option) => option.values ?? []);
  const joined = [...new Set(options.flatMap((option) => option.kinds ?? []))];
  return { kinds: joined, ...(values.length === 0 ? {} : { values }), ...(options.some(({ icon }) => icon) ? { icon: true } : {}) };
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
