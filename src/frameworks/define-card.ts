import { createCardClass, type KViewCardClass } from "./card-element.ts";

/**
 * Defines the custom element `<kview-card>`. Importing `kview/element` in a page has done it, under this name; doing it twice is as good as
 * doing it once. Throws a `TypeError` where there are no custom elements.
 *
 * @param name Another name for the element.
 * @param registry Where to define it; the page's registry by default.
 *
 * @example
 * const KViewCard = defineKViewCard();
 * const card = new KViewCard();
 * document.body.append(Object.assign(card, { template, bag }));
 */
export function defineKViewCard(
  name = "kview-card",
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): KViewCardClass {
  if (registry === undefined) throw new TypeError("argument `registry` has to be given: there are no custom elements here");
  const known = registry.get(name);
  if (known !== undefined && "isKViewCard" in known) return known as unknown as KViewCardClass;
  const created = createCardClass();
  registry.define(name, created);
  return created;
}

// On a server nothing is defined, and another's element of that name stays.
if (globalThis.customElements !== undefined && globalThis.customElements.get("kview-card") === undefined) defineKViewCard();
