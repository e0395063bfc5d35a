import { type CssNode, ident, parse, type Selector, walk } from "css-tree";

// Rules of this file, not the policy's: what loads, binds code, covers the page or names something of the document.
const loads =
  /^(?:-(?:webkit|moz|ms|o)-)?(?:url|src|image|image-set|cross-fade|element|paint|canvas|expression|anchor|anchor-size|if|inherit|first-valid|random-item|toggle|url-prefix|domain|type|--.*)$/;
const properties =
  /^(?:-(?:webkit|moz|ms|o)-)?(?:behaviou?r|binding|src|app-region|link|link-source|user-focus|include-source|overlay|interactivity|view-transition.*|anchor-.*|position-.*|.*timeline.*|cue.*|play-during|nav-.*|page|scroll-marker-group)$/;
const atRules = /^(?:media|supports|container|(?:-(?:webkit|moz|o)-)?keyframes)$/;
const place = /^(?:nth-.*|(?:first|last|only)-(?:child|of-type))$/;
const stays = /^(?:static|relative|absolute|(?:-webkit-)?sticky|initial|unset)$/;
const counts = /counter-/;
const resets = /^(?:initial|unset|revert|revert-layer)$/;

const lower = (name: string) => ident.decode(name).toLowerCase();

/** Checks the declarations of a `style` attribute. */
export function checkStyle(css: string): readonly string[] {
  return [...checkText(css), ...checkTree(css, "declarationList")];
}

/** Checks what stands in a `<style>`: it reaches the card whose root it names, and nothing else. */
export function checkSheet(css: string): readonly string[] {
  return [...checkText(css), ...checkTree(css, "stylesheet")];
}

/** What no reading of CSS is needed for. */
function checkText(css: string): readonly string[] {
  const found: string[] = [];
  // A parser of HTML knows no strings; one of CSS does, and what stands in them is none of the others.
  for (const name of ["</", "<!", "\0"]) if (css.includes(name)) found.push(name);
  const bare = withoutStrings(css);
  for (const name of ["@import", "@charset", "@namespace", "@font-face", "-->", "/*", "*/"])
    if (bare.toLowerCase().includes(name)) found.push(name);
  // Also where no parser makes a function of it.
  for (const [, name = ""] of bare.matchAll(/((?:[\w-]|[^\0-\x7f]|\\[0-9a-f]{1,6}\s?|\\.)+)\s*\(/gi))
    if (loads.test(lower(name))) found.push(`${lower(name)}()`);
  return found;
}

function withoutStrings(css: string): string {
  return css.replace(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/g, '""');
}

function checkTree(css: string, context: "declarationList" | "stylesheet"): readonly string[] {
  const found: string[] = [];
  // The same for browsers; this parser takes a nested rule that begins so for a declaration.
  const plain = css.replaceAll(":is(&)", "&");
  const tree = parse(plain, { context, parseCustomProperty: true, onParseError: () => {} });
  let depth = 0;
  let keyframes = 0;
  walk(tree, {
    enter(node: CssNode) {
      if (node.type === "Url") found.push("url()");
      if (node.type === "Function" && loads.test(lower(node.name))) found.push(`${lower(node.name)}()`);
      if (node.type === "Comment") found.push("a comment");
      if (node.type === "Block" || node.type === "StyleSheet")
        for (const inner of node.children)
          if (inner.type === "Raw" && inner.value.trim() !== "") found.push(...checkRest(inner.value, context));
      // An escape in a name could hide it from whoever reads names only.
      if (node.type === "Declaration") found.push(...checkDeclaration(node.property, node.value));
      if (node.type === "Atrule") {
        const name = lower(node.name);
        if (!atRules.test(name) || node.name.includes("\\")) found.push(`@${name}`);
        if (name.endsWith("keyframes")) {
          keyframes++;
          if (node.prelude?.type !== "AtrulePrelude" || !/^"?kf-/.test(firstName(node.prelude))) found.push("keyframes of everybody");
        }
      }
      if (node.type === "Rule") {
        if (keyframes === 0 && context === "stylesheet") found.push(...checkPrelude(node.prelude, depth > 0));
        if (selectsRoot(node.prelude))
          for (const one of node.block.children)
            if (one.type === "Declaration" && counts.test(lower(one.property))) found.push("the root counts");
        depth++;
      }
    },
    leave(node: CssNode) {
      if (node.type === "Rule") depth--;
      if (node.type === "Atrule" && lower(node.name).endsWith("keyframes")) keyframes--;
    },
  });
  return found;
}

/** What the parser gave up on: declarations behind a nested rule, which it doesn't expect there, or something that nobody knows. */
function checkRest(css: string, context: "declarationList" | "stylesheet"): readonly string[] {
  const unknown = `not understood: ${css}`;
  return context === "declarationList" || /[{}]/.test(css) ? [unknown] : checkTree(css, "declarationList");
}

function firstName(node: CssNode): string {
  let name = "";
  walk(node, (one) => {
    if (name === "" && "name" in one) name = String(one.name);
    else if (name === "" && one.type === "String") name = one.value;
  });
  return name;
}

function checkDeclaration(property: string, value: CssNode): readonly string[] {
  const name = lower(property);
  const found: string[] = [];
  if (property.includes("\\")) found.push("an escape in a name");
  if (properties.test(name)) found.push(name);
  const words: string[] = [];
  let computed = false;
  walk(value, (node) => {
    if (node.type === "Identifier") words.push(lower(node.name));
    if (node.type === "Function") computed = true;
    // Of a custom property: no tree, but what it would come to.
    if (node.type === "Raw") {
      if (/[{}<@\\]|url\s*\(|image-set|expression\s*\(|src\s*\(/i.test(withoutStrings(node.value))) found.push(`${name}: ${node.value}`);
      words.push(node.value.trim().toLowerCase());
    }
  });
  const bare = name.replace(/^-(?:webkit|moz|ms|o)-/, "");
  if (bare === "position" && (computed || !words.every((word) => stays.test(word)))) found.push("position");
  if (bare === "font-palette" && words.some((word) => word.startsWith("--"))) found.push("a palette of the document");
  if (bare === "all" && (computed || !words.every((word) => resets.test(word)))) found.push("all");
  return found;
}

/** Tells whether a rule is for the card's root itself. */
function selectsRoot(prelude: CssNode): boolean {
  if (prelude.type !== "SelectorList") return false;
  return prelude.children.toArray().some((node) => {
    const parts = node.type === "Selector" ? node.children.toArray() : [];
    return (
      !parts.some(({ type }) => type === "Combinator") &&
      parts.some((part) => part.type === "AttributeSelector" && part.name.name === "data-kv-root")
    );
  });
}

function checkPrelude(prelude: CssNode, nested: boolean): readonly string[] {
  if (prelude.type !== "SelectorList") return ["a rule without selectors"];
  return prelude.children.toArray().flatMap((node) => (node.type === "Selector" ? checkSelector(node, nested) : ["not a selector"]));
}

/** Every selector begins at the root, or in a rule that does, and asks of nothing around it. */
function checkSelector(selector: Selector, nested: boolean): readonly string[] {
  const nodes = selector.children.toArray();
  const end = nodes.findIndex(({ type }) => type === "Combinator");
  const first = end === -1 ? nodes : nodes.slice(0, end);
  const isRoot = first.some((node) => node.type === "AttributeSelector" && node.name.name === "data-kv-root" && node.matcher === "=");
  const isNested = nodes.some(({ type }) => type === "NestingSelector") || nodes[0]?.type === "Combinator";
  const found: string[] = [];
  if (!isRoot && !(nested && isNested)) found.push("a selector that begins outside of the card");
  if (isRoot) {
    const next = nodes[end];
    if (next?.type === "Combinator" && (next.name === "+" || next.name === "~")) found.push("a sibling of the root");
    found.push(...first.flatMap(asksAround));
  }
  walk(selector, (node) => {
    if (
      node.type === "PseudoElementSelector" &&
      /^(?:backdrop|part|slotted|cue|view-transition|highlight|target-text)/.test(lower(node.name))
    )
      found.push(`::${node.name}`);
    if (
      node.type === "PseudoClassSelector" &&
      /^(?:root|host|host-context|scope|target|fullscreen|modal|popover-open)$/.test(lower(node.name))
    )
      found.push(`:${node.name}`);
    if (node.type === "TypeSelector" && /^(?:html|body)$|\|/i.test(node.name)) found.push(node.name);
  });
  return found;
}

/** Asked of the root itself, also within `:is()`: its siblings, its place among them, the host's attributes of it. */
function asksAround(node: CssNode): readonly string[] {
  if (node.type === "AttributeSelector")
    return /^(?:data-kv-root|data-theme|dir|lang)$/.test(lower(node.name.name)) ? [] : ["the root's attributes"];
  if (node.type !== "PseudoClassSelector") return [];
  const name = lower(node.name);
  if (place.test(name)) return ["the root's place"];
  const lists = node.children?.toArray().flatMap((list) => (list.type === "SelectorList" ? list.children.toArray() : [])) ?? [];
  const selectors = lists.filter((one): one is Selector => one.type === "Selector").map((one) => one.children.toArray());
  if (name === "has")
    return selectors.some(([one]) => one?.type === "Combinator" && (one.name === "+" || one.name === "~")) ? ["the root's siblings"] : [];
  return selectors.flat().flatMap(asksAround);
}
