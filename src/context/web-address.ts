import { toAttributeKind } from "../policy/attribute-kind.ts";

/** The address to link an attribute's value to: a web address in an attribute of type `Url`, nothing else. */
export function toWebAddress(value: unknown, field: unknown): string | undefined {
  return typeof value === "string" && toAttributeKind(field) === "Url" && webAddress.test(value) ? value : undefined;
}

const webAddress = /^https?:\/\//i;
