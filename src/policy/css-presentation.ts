import { findCssFault } from "./css-value.ts";
import { type PolicyEnv, prefixName } from "./env.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { judgeText } from "./text.ts";

const reference = /(?<![\w\u0080-\uffff#-])url\(\s*(["']?)#([^\s"'()\\<>]{1,200})\1\s*\)/gi;

/**
 * Judges an SVG presentation attribute (`fill`, `clip-path`, `cursor`). Browsers parse it as CSS, so that
 * `cursor="url(//…)"` loads; `url()` may only refer into the card (`url(#gradient)`).
 */
export function judgePresentation(value: string, env: PolicyEnv): string | Refusal {
  const text = judgeText(value);
  const hasReference = text.includes("(") && text.search(reference) !== -1;
  // References are judged by their form, the rest as any CSS value; `none` keeps their place.
  const fault = findCssFault(hasReference ? text.replace(reference, " none ") : text, "inline");
  if (fault !== undefined) return refuse(fault);
  if (!hasReference) return text;
  return text.replace(reference, (_, _quote: string, name: string) => `url(#${prefixName(name, env)})`);
}
