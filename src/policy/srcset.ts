import type { PolicyEnv } from "./env.ts";
import { judgeUrl } from "./urls.ts";

const descriptor = /^\d{1,6}(?:\.\d{1,6})?[wxh]$/;

/**
 * Judges a `srcset`: splits it into candidates as HTML does (section "parse a srcset attribute"), judges each address
 * as an image's, and keeps the candidates that pass. `undefined` when none does.
 */
export function judgeSrcset(text: string, env: PolicyEnv): string | undefined {
  const kept: string[] = [];
  // An address is a run of non-blanks, so that a comma within it belongs to it; only commas at its end separate.
  const address = /[\s,]*([^\s,]\S*)/y;
  const rest = /[^,]*/y;
  for (let match = address.exec(text); match !== null; match = address.exec(text)) {
    const run = match[1] ?? "";
    let end = run.length;
    while (run.charCodeAt(end - 1) === 44) end--;
    const trimmed = run.slice(0, end);
    let width = "";
    if (trimmed.length === run.length) {
      rest.lastIndex = address.lastIndex;
      width = (rest.exec(text)?.[0] ?? "").trim();
      address.lastIndex = rest.lastIndex;
    }
    const url = judgeUrl(trimmed, "image", env);
    // What ends in a comma after judging (`a,\x01`) would part from its width, which then were an address.
    // Without an address the width would be one.
    if (url === undefined || url === "" || /\s|^,|,$/.test(url)) continue;
    if (width === "") kept.push(url);
    else if (descriptor.test(width)) kept.push(`${url} ${width}`);
  }
  return kept.length === 0 ? undefined : kept.join(", ");
}
