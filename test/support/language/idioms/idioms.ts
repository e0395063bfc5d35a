import type { Place } from "../place.ts";
import { asynchrony } from "./asynchrony.ts";
import { classes } from "./classes.ts";
import { coercions } from "./coercions.ts";
import { flow } from "./flow.ts";
import type { Idiom } from "./idiom.ts";
import { intrinsicCalls } from "./intrinsic-calls.ts";
import { iteration } from "./iteration.ts";
import { objects } from "./objects.ts";
import { patterns } from "./patterns.ts";
import { scopes } from "./scopes.ts";
import { texts } from "./texts.ts";

export const families: readonly (readonly Idiom[])[] = [
  intrinsicCalls,
  scopes,
  patterns,
  classes,
  iteration,
  asynchrony,
  coercions,
  objects,
  texts,
  flow,
];

/** Writes one idiom, in a block of its own. */
export function writeIdiom(place: Place): string {
  return `{ ${place.choices.from(place.choices.from(families))(place)} }`;
}
