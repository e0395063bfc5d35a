import {
  type AttributeTable,
  type AttributeType,
  elementAttributes,
  globalAttributes,
  keywordAttributes,
  reactAliases,
  svgAttributes,
  svgSpelling,
  withheldAttributes,
} from "./attribute-tables.ts";
import { elements } from "./elements.ts";
import { type EventRule, reactEvents } from "./react-events.ts";

/** An attribute that may be written, and how its value is judged. */
export interface AttributeRule {
  /** Name to write: HTML lower case, SVG as SVG spells it, `xlink:href`, `aria-label`. */
  readonly name: string;
  readonly type: AttributeType;
  /** Lower-case values that a `keyword` may have. */
  readonly values?: ReadonlySet<string>;
}

/** What a link that opens a new tab always carries, in place of a `rel` of the template's. */
export const blankRel = "noopener noreferrer";

/**
 * Attributes that every `<iframe>` gets. A framed page may run its own scripts and submit its forms, but has an opaque
 * origin, so that a page of the host's own origin can't reach out of the sandbox, and it can't navigate the host.
 */
export const frameAttributes: ReadonlyArray<readonly [string, string]> = [
  ["sandbox", "allow-scripts allow-forms"],
  ["referrerpolicy", "no-referrer"],
];

type Rules = ReadonlyMap<string, AttributeRule>;

const spelling = new Map(svgSpelling.map((name) => [name.toLowerCase(), name]));
const ignored: Rules = new Map();

// Keys are lower case: the HTML name, and React's, which is the same without hyphens and colons.
function toRules(table: AttributeTable, keywords?: ReadonlyMap<string, readonly string[]>): Rules {
  const rules = new Map<string, AttributeRule>();
  const add = (rule: AttributeRule, key: string) =>
    rules.set(key, rule).set(key.startsWith("aria-") ? key : key.replace(/[-:]/g, ""), rule);
  for (const [type, names] of Object.entries(table) as ReadonlyArray<[AttributeType, string]>) {
    for (const key of names.trim().split(/\s+/)) add({ name: spelling.get(key) ?? key, type }, key);
  }
  for (const [key, values] of keywords ?? []) add({ name: key, type: "keyword", values: new Set(values) }, key);
  for (const [alias, name] of reactAliases) {
    const rule = rules.get(name);
    if (rule !== undefined) rules.set(alias, rule);
  }
  return rules;
}

const globalRules = toRules(globalAttributes, keywordAttributes.get("*"));
const svgRules = toRules(svgAttributes);
const elementRules: ReadonlyMap<string, Rules> = new Map(
  [...new Set([...elementAttributes.keys(), ...keywordAttributes.keys()])].map((tag) => [
    tag,
    toRules(elementAttributes.get(tag) ?? {}, tag === "*" ? undefined : keywordAttributes.get(tag)),
  ]),
);

// `data-kv…` is ours: a template that wrote it could pass an element off as the root of another card.
const dataName = /^data-(?!kv)[a-z0-9_.-]{1,100}$/;

/**
 * Finds the rule of an attribute; `undefined` means that the element may not have it.
 *
 * String event handlers (`on…` in whatever case), `is`, `srcdoc`, `form…`, `popover…`, `command…` and all that no
 * table lists have no rule. Names that the renderer handles itself (`key`, `ref`, …) have none either: ask
 * `isReservedProp` first.
 *
 * @param tag Canonical name from `judgeElement`.
 * @param name As the template wrote it: React's name or HTML's, in any case.
 */
export function judgeAttribute(tag: string, name: string): AttributeRule | undefined {
  const key = name.toLowerCase();
  if (withheldAttributes.get(tag)?.has(key)) return undefined;
  const svg = tag === "a" || elements.get(tag)?.svg === true ? svgRules : ignored;
  const rule = elementRules.get(tag)?.get(key) ?? svg.get(key) ?? globalRules.get(key);
  if (rule !== undefined) return rule;
  return dataName.test(key) ? { name: key, type: "data" } : undefined;
}

/** Finds the event of a React handler prop, in React's exact spelling; `undefined` for any other name. */
export function judgeEvent(name: string): EventRule | undefined {
  return reactEvents.get(name);
}

const reserved: ReadonlySet<string> = new Set([
  // A wish that a live card fulfils once; the attribute would have the page fulfil it at any time.
  "autoFocus",
  "children",
  "dangerouslySetInnerHTML",
  "key",
  "ref",
  "suppressContentEditableWarning",
  "suppressHydrationWarning",
]);

/** Tells whether a prop is React's own business and never an attribute. */
export function isReservedProp(name: string): boolean {
  return reserved.has(name);
}

/** The names that an element may have, for did-you-mean. */
export function attributeNames(tag: string): readonly string[] {
  const rules = [
    ...globalRules.values(),
    ...(elementRules.get(tag)?.values() ?? []),
    ...(elements.get(tag)?.svg === true ? svgRules.values() : []),
  ];
  return [...new Set(rules.map((rule) => rule.name)), "className", "htmlFor"];
}
