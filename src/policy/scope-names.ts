/**
 * Names that answer from the data bag (reference/kview.md, section 2.3). Where the bag has none they are `undefined`: a
 * view of a customer may ask for `kobject`.
 */
export const bagNames: readonly string[] = [
  "customer",
  "conversation",
  "company",
  "kobject",
  "message",
  "user",
  "object",
  "context",
  "currentUser",
  "appSettings",
  "widget",
  "app",
];

/** Facades in scope besides the language's own intrinsics. */
export const facadeNames: readonly string[] = ["_", "moment", "React", "Kustomer", "KustomerRequest", "window"];
