/** A value that the policy leaves out, and why in a few words. The renderer makes the diagnostic. */
export interface Refusal {
  /** Short reason, our wording: never a piece of the value. */
  readonly refused: string;
}

/** Builds a refusal. */
export function refuse(reason: string): Refusal {
  return { refused: reason };
}

/** Tells a refusal from the forms that a judge allows (strings, `true`, `null`). */
export function isRefusal(judged: string | true | null | undefined | Refusal): judged is Refusal {
  return typeof judged === "object" && judged !== null;
}
