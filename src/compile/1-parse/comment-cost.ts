/** Characters that the parser may read over for comments; legitimate templates of one line have a few hundred comments. */
const mostRead = 300_000_000;

/**
 * Tells whether a template has more comments on one line than can be afforded: the parser looks for the end of the line at each of them, so
 * that half a million characters of nothing but `/**\/` would take it half a minute. What stands in texts counts as well, which is cheaper
 * than to know.
 */
export function hasCostlyComments(source: string): boolean {
  const breaks = /[\n\r\u2028\u2029]/g;
  let lineEnd = -1;
  let read = 0;
  for (let at = source.indexOf("/*"); at >= 0; at = source.indexOf("/*", at + 2)) {
    if (lineEnd < at) {
      breaks.lastIndex = at;
      lineEnd = breaks.exec(source)?.index ?? source.length;
    }
    read += lineEnd - at;
    if (read > mostRead) return true;
  }
  return false;
}
