/** What the names of native leaves begin with: `kview.Editor`. No component has such a name, and no view's text gives a tag it. */
const leafPrefix = "kview.";

/** Names the leaf that `<kview.Editor>` is in a component's template. */
export function toLeafName(key: string): string {
  return leafPrefix + key;
}

/**
 * Tells whether a tag is a native leaf: what acts in a component of ours. Without script it is its children, so that a target, or a
 * version, that does not know a leaf shows these.
 */
export function isLeafName(name: string): boolean {
  return name.startsWith(leafPrefix);
}
