import type { AttributeRule } from "./attributes.ts";
import { judgePresentation } from "./css-presentation.ts";
import { asksForScheme } from "./css-theme-query.ts";
import { type PolicyEnv, prefixName } from "./env.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { judgeSrcset } from "./srcset.ts";
import { judgeStyle } from "./styles.ts";
import { judgeText } from "./text.ts";
import { judgeUrl, type UrlUse } from "./urls.ts";

const unsafeUrl = refuse("the address is not one that cards may use");
const notPrimitive = refuse("only text, numbers and booleans can be an attribute's value");

const uses: ReadonlyMap<string, UrlUse> = new Map<string, UrlUse>([
  ["url", "link"],
  ["form-url", "form"],
  ["image-url", "image"],
  ["media-url", "media"],
  ["frame-url", "frame"],
]);

/** What the addresses of an attribute are used for; `undefined` where it holds none. */
export function findUrlUse(rule: AttributeRule): UrlUse | undefined {
  return uses.get(rule.type);
}

const relations: ReadonlySet<string> = new Set(
  "alternate author bookmark external help license me next nofollow noopener noreferrer prev search sponsored tag ugc".split(" "),
);

/**
 * Judges an attribute's value by its rule.
 *
 * Follows React for what is written: null, undefined and functions never; booleans as the type says; numbers as text;
 * an empty string is false for a boolean attribute, and nothing for an address that would be loaded. Objects of any kind are refused,
 * never coerced: their text could differ between judging and writing.
 *
 * @returns The text to write, not escaped; `true` for a bare attribute (`name=""`); `null` for nothing, silently; a
 *   refusal, to be reported. With `target="_blank"` the renderer writes `rel` as `blankRel`.
 */
export function judgeValue(rule: AttributeRule, value: unknown, env: PolicyEnv): string | true | null | Refusal {
  switch (typeof value) {
    case "string":
      return judgeString(rule, value, env);
    case "number":
      return judgeNumber(rule, value, env);
    case "boolean":
      return judgeBoolean(rule, value);
    case "undefined":
    case "function":
      return null;
    default:
      return value === null ? null : notPrimitive;
  }
}

function judgeBoolean(rule: AttributeRule, value: boolean): string | true | null {
  switch (rule.type) {
    case "boolean":
    case "overloaded-boolean":
      return value ? true : null;
    case "enumerated-boolean":
    case "data":
    case "control-value":
      return value ? "true" : "false";
    default:
      return null;
  }
}

function judgeNumber(rule: AttributeRule, value: number, env: PolicyEnv): string | true | null | Refusal {
  if (rule.type === "boolean") return value ? true : null;
  return judgeString(rule, String(value), env);
}

function judgeString(rule: AttributeRule, value: string, env: PolicyEnv): string | true | null | Refusal {
  switch (rule.type) {
    case "text":
    case "class":
    case "enumerated-boolean":
    case "data":
    case "overloaded-boolean":
    case "control-value":
      return judgeText(value);
    case "boolean":
      return value === "" ? null : true;
    case "media":
      // `<source>` of a picture: without the attribute it would be taken always, so that it has to be one that never holds.
      return asksForScheme(value) ? "not all" : judgeText(value);
    case "number":
      return Number.isNaN(Number(value)) ? null : judgeText(value);
    case "positive-number":
      return Number(value) >= 1 ? judgeText(value) : null;
    case "tab-index":
      return Number.parseInt(value, 10) > 0 ? "0" : judgeText(value);
    case "keyword":
      return judgeKeyword(rule, value);
    case "srcset":
      return value.trim() === "" ? null : (judgeSrcset(value, env) ?? unsafeUrl);
    case "fragment":
      return judgeFragment(value, env);
    case "target":
      // Other targets are the host's own page (_top, _parent) or windows that somebody else named.
      return value.toLowerCase() === "_blank" ? "_blank" : refuse("only `_blank` is a target that cards may use");
    case "rel":
      return judgeTokens(value, (token) => (relations.has(token.toLowerCase()) ? token.toLowerCase() : undefined));
    case "style":
      return judgeStyleText(value, env);
    case "css-value":
      return judgePresentation(value, env);
    case "id":
    case "name":
      return value === "" ? null : prefixName(judgeText(value), env);
    case "id-refs":
      return judgeTokens(judgeText(value), (token) => prefixName(token, env));
    default:
      return judgeAddress(rule, value, env);
  }
}

function judgeAddress(rule: AttributeRule, value: string, env: PolicyEnv): string | null | Refusal {
  const use = uses.get(rule.type);
  if (use === undefined) return unsafeUrl;
  // An empty address is the host's page itself: a link to it is harmless, loading it as an image is not meant.
  if (value === "" && use !== "link" && use !== "form") return null;
  return judgeUrl(value, use, env) ?? unsafeUrl;
}

function judgeKeyword(rule: AttributeRule, value: string): string | Refusal {
  return rule.values?.has(value.toLowerCase()) === true ? value : refuse("not among the values that cards may use");
}

function judgeFragment(value: string, env: PolicyEnv): string | Refusal {
  const text = judgeText(value.trim());
  if (text.length > 1 && text.startsWith("#") && !/[\s\0-\x1f]/.test(text)) return `#${prefixName(text.slice(1), env)}`;
  return refuse("only a reference into the card itself (`#name`) can stand here");
}

function judgeTokens(value: string, judge: (token: string) => string | undefined): string | null {
  const kept = value.split(/[\t\n\f\r ]/).flatMap((token) => (token === "" ? [] : (judge(token) ?? [])));
  return kept.length === 0 ? null : kept.join(" ");
}

function judgeStyleText(value: string, env: PolicyEnv): string | null | Refusal {
  const { css, refused } = judgeStyle(value, env);
  const first = refused[0];
  if (css !== "") return css;
  return first === undefined ? null : refuse(first.reason);
}
