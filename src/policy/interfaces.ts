/** Names of the interfaces of elements, where they are not `HTML` + the element's name + `Element`. */
const special: ReadonlyMap<string, string> = new Map([
  ["a", "Anchor"],
  ["br", "BR"],
  ["dl", "DList"],
  ["fieldset", "FieldSet"],
  ["hr", "HR"],
  ["iframe", "IFrame"],
  ["img", "Image"],
  ["li", "LI"],
  ["ol", "OList"],
  ["optgroup", "OptGroup"],
  ["p", "Paragraph"],
  ["q", "Quote"],
  ["tbody", "TableSection"],
  ["td", "TableCell"],
  ["textarea", "TextArea"],
  ["th", "TableCell"],
  ["thead", "TableSection"],
  ["tr", "TableRow"],
  ["ul", "UList"],
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, "Heading"] as const),
]);

const plain: ReadonlySet<string> = new Set(
  `
  audio body button canvas details div form input label legend map meter object option output picture pre progress select source span style
  table time track video
`
    .trim()
    .split(/\s+/),
);

const general: readonly string[] = ["HTMLElement", "Element", "Node", "EventTarget"];

/** The interfaces of an element, for `instanceof`. */
export function classesOf(tag: string): readonly string[] {
  const name = special.get(tag) ?? (plain.has(tag) ? `${tag.charAt(0).toUpperCase()}${tag.slice(1)}` : undefined);
  return name === undefined ? general : [`HTML${name}Element`, ...general];
}

/** All of them, and those of a page's other nodes. */
export const interfaceNames: readonly string[] = [
  ...new Set([...special.keys(), ...plain].flatMap(classesOf)),
  "Document",
  "DocumentFragment",
  "HTMLCollection",
  "NodeList",
  "Text",
];

/**
 * What a prototype of an interface answers to. Polyfills ask whether a method is there, and call what they found on a node: nothing else is
 * reached by them.
 */
export const prototypeMethods: readonly string[] = `
  addEventListener after append appendChild before blur click cloneNode closest contains dispatchEvent focus forEach getAttribute
  getBoundingClientRect hasAttribute insertAdjacentElement insertAdjacentHTML insertBefore matches prepend querySelector querySelectorAll
  remove removeAttribute removeChild removeEventListener replaceChildren replaceWith scrollIntoView scrollTo select setAttribute
  toggleAttribute
`
  .trim()
  .split(/\s+/);
