import type { ViewContext } from "../components/definition-rules.ts";
import type { Klasses } from "../context/klasses.ts";
import type { Code } from "../diagnostics/catalogue.ts";
import type { Definition } from "./read-definition.ts";

/** A finding: a code with what its texts are filled with. */
export type Finding = readonly [code: Code, params: Readonly<Record<string, string>>];

// A part of a name: letters, digits, dashes, underscores.
const namePart = /^[A-Za-z0-9][\w-]*$/;

/**
 * Tells whether a view's name has one of the forms seen (`reference/kview.md`, section 1): `kustomer.app.<app>.<view>`,
 * `<app>.<view>`, a bare name. Views of one app are named in several parts behind the app too (`acme.view.invoice`).
 */
export function isViewName(name: string): boolean {
  const parts = name.split(".");
  if (!parts.every((part) => namePart.test(part))) return false;
  return parts[0] !== "kustomer" || (parts[1] === "app" && parts.length >= 4);
}

interface Place {
  readonly allows: (resource: string) => boolean;
  /** In words, for the report. */
  readonly allowed: string;
}

const isKObject = (resource: string) => resource.startsWith("kobject.");

/** Which resources a context shows, where not all (section 1). */
const places: ReadonlyMap<ViewContext, Place> = new Map<ViewContext, Place>([
  ["smartbar-details", { allows: isKObject, allowed: "klasses that the app defines" }],
  ["expanded-timeline", { allows: isKObject, allowed: "custom objects (kobject.<klass>)" }],
]);

/** Finds what is odd about a view that can be shown all the same. */
export function findOddities({ name, resource, context }: Definition, klasses: Klasses | undefined): readonly Finding[] {
  const found: Finding[] = [];
  if (!isViewName(name)) found.push(["view/name", { name }]);
  const place = places.get(context);
  if (place !== undefined && !place.allows(resource)) found.push(["view/misplaced", { name, resource, context, allowed: place.allowed }]);
  else if (klasses !== undefined && klasses.get(resource) === undefined) found.push(["view/unknown-klass", { name, resource }]);
  return found;
}
