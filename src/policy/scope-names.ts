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

/**
 * Names of the browser that shipped templates use. They are none of a card's scope, but known ones: a warning says that,
 * in place of calling them misspelt. Names that a template may as well have forgotten to declare (`name`, `status`,
 * `event`) are not listed.
 */
export const browserNames: ReadonlySet<string> = new Set(
  `
  AbortController Audio Blob CustomEvent DOMParser Element Event EventSource File FileReader FormData HTMLElement Headers
  Image IntersectionObserver KeyboardEvent MouseEvent MutationObserver Node Notification Request ResizeObserver Response
  TextDecoder TextEncoder WebSocket Worker XMLHttpRequest addEventListener alert atob btoa cancelAnimationFrame
  clearInterval clearTimeout confirm crypto document fetch getComputedStyle getSelection globalThis history indexedDB
  innerHeight innerWidth localStorage location matchMedia navigator performance postMessage prompt queueMicrotask
  removeEventListener requestAnimationFrame requestIdleCallback sessionStorage setInterval setTimeout speechSynthesis
`
    .trim()
    .split(/\s+/),
);
