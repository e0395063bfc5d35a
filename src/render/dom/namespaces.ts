/** The attributes with a namespace that an HTML parser knows in a drawing, by their prefix. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ["xlink", "http://www.w3.org/1999/xlink"],
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  ["xmlns", "http://www.w3.org/2000/xmlns/"],
]);

/** What Preact calls with an element once it stands, and with `null` when it goes. */
export type ElementRef = (element: Element | null) => void;

/** Gives the namespace of an attribute of an SVG element; `undefined` for the many that have none. */
export function namespaceOf(name: string): string | undefined {
  return namespaces.get(name.split(":", 1)[0] ?? "");
}

/**
 * Sets attributes that have a namespace: Preact can't, and takes the prefix off `xlink:href`. What is there already is
 * left alone, so that an update that changes nothing does not touch the page.
 */
export function toNamespacedRef(attributes: ReadonlyMap<string, string>): ElementRef {
  return (element) => {
    if (element === null) return;
    for (const { name, namespaceURI } of [...element.attributes]) {
      if (namespaceURI !== null && !attributes.has(name)) element.removeAttribute(name);
    }
    for (const [name, value] of attributes) {
      if (element.getAttribute(name) !== value) element.setAttributeNS(namespaceOf(name) ?? null, name, value);
    }
  };
}

/** For SVG elements that have no such attribute: they may have had one before an update. */
export const withoutNamespaced: ElementRef = toNamespacedRef(new Map());
