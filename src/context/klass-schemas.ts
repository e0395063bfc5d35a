import * as z from "zod/mini";
import { isRecord } from "../runtime/record.ts";

// The form of an app definition's `klasses` (`reference/kview.md`, section 6). Keys that are not listed pass unread.

const text = (expected: string) => z.optional(z.nullable(z.string(expected)));
const record = z.optional(z.nullable(z.custom((value) => isRecord(value), "a record")));

const metadata = z.object(
  { standard: z.optional(z.nullable(z.boolean("true or false"))), properties: record, relationships: record },
  "a record",
);

/** An entry of the list, or of our short form: properties at the top. */
export const klassSchema = z.object(
  { icon: text("the name of an icon"), color: text("a color"), properties: record, metadata: z.optional(z.nullable(metadata)) },
  "a record",
);

export const propertySchema = z.object({ displayName: text("a string") }, "a record");

export const relationshipTypes = ["one-to-one", "one-to-many"] as const;

/** The vendor documents relationships without their form; this one is ours. */
export const relationshipSchema = z.object(
  { klass: z.string("the name of a klass"), type: z.enum(relationshipTypes, "one-to-one or one-to-many"), displayName: text("a string") },
  "a record",
);
