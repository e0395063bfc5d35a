/** Which element a step means: the first that a CSS selector finds, or, with a text, the first of those that shows just this text. */
export interface Target {
  readonly selector: string;
  readonly text?: string;
}

/** What a reader of the page does. */
export type Action =
  | { readonly do: "click" | "doubleclick" | "rightclick" | "hover" | "focus" | "check" | "uncheck" | "submit"; readonly target: Target }
  | { readonly do: "blur" | "leave" }
  | { readonly do: "type" | "fill" | "paste"; readonly target: Target; readonly value: string }
  | { readonly do: "select"; readonly target: Target; readonly values: readonly string[] }
  /** A key by its name, modifiers in front: `Enter`, `Control+Enter`. */
  | { readonly do: "press"; readonly target: Target; readonly key: string }
  /** An event that no gesture makes: `scroll`, `load`, `error` … */
  | { readonly do: "fire"; readonly target: Target; readonly type: string }
  | { readonly do: "drag"; readonly from: Target; readonly to: Target };

/** What happens around the card. */
export type Event =
  /** Moves the clock; by nothing, timers that are due run. */
  | { readonly do: "wait"; readonly milliseconds: number }
  /** Renders again with the data of a file of the case. */
  | { readonly do: "update"; readonly file: string }
  | { readonly do: "unmount" };

export type ElementState = "checked" | "unchecked" | "disabled" | "enabled" | "focused" | "absent" | "present";

export type Expectation =
  | { readonly do: "expect-text"; readonly target: Target; readonly text: string }
  | { readonly do: "expect-value"; readonly target: Target; readonly value: string }
  | { readonly do: "expect-attribute"; readonly target: Target; readonly name: string; readonly value: string }
  | { readonly do: "expect-state"; readonly target: Target; readonly state: ElementState }
  | { readonly do: "expect-count"; readonly target: Target; readonly count: number }
  /** A request, run or not, with this body where one is given. */
  | { readonly do: "expect-request"; readonly method: string; readonly url: string; readonly body?: unknown }
  | { readonly do: "expect-requests"; readonly count: number }
  | { readonly do: "expect-clipboard"; readonly text: string }
  | { readonly do: "expect-notify"; readonly kind: string; readonly message: string }
  | { readonly do: "expect-diagnostic"; readonly code: string; readonly part: string };

/** A line of `steps.txt`. */
export type Step = (Action | Event | Expectation) & {
  readonly line: number;
  /** As written. */
  readonly source: string;
};
