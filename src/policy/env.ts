/** What the judges must know of the card and of the host's wishes. */
export interface PolicyEnv {
  /**
   * Put with a dash in front of every id, name, reference and `@keyframes` name. Unique for each card of a page, so
   * that cards can't refer to the host's elements nor to one another's. ASCII letters, digits, `-` and `_`.
   */
  readonly idPrefix: string;
  /**
   * Asked before an image, video, audio or track is loaded. Relative URLs and `data:` images are not asked about:
   * they lead to no other origin. Absent: https and http are allowed.
   */
  readonly images?: (url: URL) => boolean;
  /** Asked before a link or form target with a scheme is written. Absent: the scheme allowlist alone decides. */
  readonly links?: (url: URL) => boolean;
  /** Asked before a frame's address is written. Absent: https is allowed. */
  readonly frames?: (url: URL) => boolean;
}

/** Prefixes one id or name. */
export function prefixName(name: string, env: PolicyEnv): string {
  return `${env.idPrefix}-${name}`;
}

/** Prefixes the name of `@keyframes`; begins with a letter even where the card's prefix does not. */
export function prefixKeyframes(name: string, env: PolicyEnv): string {
  return `kf-${env.idPrefix}-${name}`;
}
