import { type PolicyEnv, prefixKeyframes } from "./env.ts";

// Words of `animation` that are no name of keyframes.
const words: ReadonlySet<string> = new Set(
  `
  accumulate add alternate alternate-reverse auto backwards both ease ease-in ease-in-out ease-out forwards infinite
  inherit initial linear none normal paused replace reverse revert revert-layer running step-end step-start unset
`
    .trim()
    .split(/\s+/),
);

// Functions with their arguments (two levels are enough for easings), strings, or runs of what names are made of.
const token = /[\w-]*\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*'|[^\s,()"']+/g;
const name = /^-?(?:[a-z_]|-[a-z_-]|[^\0-\x7f])/i;

/**
 * Puts the card's prefix in front of the `@keyframes` names in an `animation` or `animation-name` value.
 *
 * Keyframes are global in a document: without a prefix one card's `@keyframes spin` would replace the host's and every
 * other card's.
 */
export function prefixAnimation(value: string, env: PolicyEnv): string {
  return value.replace(token, (text) => {
    const first = text.charAt(0);
    if (first === '"' || first === "'") return first + prefixKeyframes(text.slice(1), env);
    if (text.endsWith(")") || !name.test(text) || words.has(text.toLowerCase())) return text;
    return prefixKeyframes(text, env);
  });
}
