import * as z from "zod/mini";

/** Anything that can be shown: text, a number, markup, a masked value. */
export const node = z.optional(z.unknown());

export const text = z.optional(z.string());

export const flag = z.optional(z.boolean());

/** A CSS length: pixels as a number, or text with a unit. */
export const length = z.optional(z.union([z.number(), z.string()]));

/** Any record or array that is handed on as it is. */
export const data = z.optional(z.unknown());

export const handler = z.optional(z.unknown());

/** What every component forwards to its outermost element. */
export const common = {
  className: text,
  style: z.optional(z.record(z.string(), z.unknown())),
};

/** The name of an icon. Any text passes: an unknown one is a glyph that says nothing, and a warning. */
export const iconName = z.string();

export const icon = z.optional(iconName);

/** The colours of statuses. */
export const tones = ["neutral", "info", "success", "alert", "danger"] as const;

export const tone = z.optional(z.enum(tones));

export const size = z.optional(z.enum(["small", "medium", "large"]));

/** A value that the component makes no sense without. */
export const needed = z.unknown();
