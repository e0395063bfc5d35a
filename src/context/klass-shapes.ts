import { isRecord } from "../runtime/record.ts";
import { type Check, toShape } from "./expect-shape.ts";

// The form of an app definition's `klasses` (`reference/kview.md`, section 6). Keys that are not listed pass unread.

const isNothing = (value: unknown) => value === undefined || value === null;
const text = (expected: string): Check => ({ expected, accepts: (value) => isNothing(value) || typeof value === "string" });
const record: Check = { expected: "a record", accepts: (value) => isNothing(value) || isRecord(value) };
const flag: Check = { expected: "true or false", accepts: (value) => isNothing(value) || typeof value === "boolean" };

const metadata: Check = { ...record, shape: toShape({ standard: flag, properties: record, relationships: record }) };

/** An entry of the list, or of our short form: properties at the top. */
export const klassShape = toShape({ icon: text("the name of an icon"), color: text("a color"), properties: record, metadata });

export const propertyShape = toShape({ displayName: text("a string") });

/** The vendor documents relationships without their form; this one is ours. */
export const relationshipShape = toShape({
  klass: { expected: "the name of a klass", accepts: (value) => typeof value === "string" },
  type: { expected: "one-to-one or one-to-many", accepts: (value) => value === "one-to-one" || value === "one-to-many" },
  displayName: text("a string"),
});
