import { interfaceNames } from "./interfaces.ts";

/** The window's names for itself; a card stands in no other window. */
export const windowNames: ReadonlySet<string> = new Set(["window", "self", "globalThis", "top", "parent"]);

/** Names of the window that keep their values whatever is assigned to them (ECMAScript 19.1). */
export const windowConstants: ReadonlySet<string> = new Set(["undefined", "NaN", "Infinity"]);

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

/** Facades in scope besides the language's own intrinsics and the browser's names. */
export const facadeNames: readonly string[] = ["_", "moment", "React", "Kustomer", "KustomerRequest"];

function toWords(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/**
 * Names of the browser that a card has facades of (`scope/browser`, and `render/dom` for what only a page has). None of them is the
 * browser's own object.
 */
export const browserScopeNames: readonly string[] = [
  ...toWords(`
  AbortController AbortSignal Blob CustomEvent Event File FileReader FormData Headers Storage XMLHttpRequest
  addEventListener alert atob btoa cancelAnimationFrame cancelIdleCallback clearInterval clearTimeout confirm crypto
  devicePixelRatio dispatchEvent document fetch getComputedStyle getSelection globalThis innerHeight innerWidth localStorage
  location matchMedia navigator open outerHeight outerWidth pageXOffset pageYOffset parent performance prompt queueMicrotask
  removeEventListener requestAnimationFrame requestIdleCallback screen screenX screenY scroll scrollBy scrollTo scrollX scrollY
  self sessionStorage setInterval setTimeout top window
`),
  ...interfaceNames,
];

/**
 * Names of the browser that shipped templates use and a card does not have. They are known ones: a warning says that, in place of
 * calling them misspelt. Names that a template may as well have forgotten to declare (`name`, `status`, `event`) are not listed.
 */
export const browserNames: ReadonlySet<string> = new Set(
  toWords(`
  Audio BroadcastChannel DOMParser EventSource Image IntersectionObserver KeyboardEvent MouseEvent
  MutationObserver Notification Request ResizeObserver Response TextDecoder TextEncoder WebSocket Worker XMLSerializer
  history indexedDB postMessage speechSynthesis visualViewport
`),
);
