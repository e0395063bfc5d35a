import type { Bag } from "../context/bag.ts";
import type { Template } from "../ir/template.ts";
import { mountStill, type StillCard } from "./dom/blocks/still-card.ts";
import { claimPrefix } from "./dom/claim-prefix.ts";
import { LiveCard } from "./dom/live-card.ts";
import { expectTemplate } from "./expect-template.ts";
import { type RenderOptions, toSettings } from "./options.ts";
import { toBag } from "./to-bag.ts";

/** A card in the page. */
export interface MountedCard {
  /** Renders again with other data: state and focus are kept, and only what differs changes in the page. */
  update(bag: Bag): void;
  /** Takes the card out of the page, and ends all that it has under way: timers, listeners, requests. */
  unmount(): void;
}

/**
 * Mounts a template with a bag into an element of the page, whose content it replaces.
 *
 * The template reaches nothing outside: its views are judged by the same policy as in the string target and give the same
 * tree; events, elements and the browser's names are facades, and what leaves the card goes through services of `host`. Forms of
 * the card are not submitted. With `kview/theme.css` and the class `kv-root` on the element, what a card positions stays inside
 * of it. A failure is reported to `onDiagnostic`; where a render failed, an error card stands in the card's place. Throws a `TypeError`
 * for a wrong argument or option, naming it.
 *
 * @example
 * const card = mount(template, bag, document.querySelector("#card"));
 * card.update(createContext({ resource: "customer", customer: { name: "Grace" } }));
 * card.unmount();
 */
export function mount(template: Template, bag: Bag, element: Element, options: RenderOptions = {}): MountedCard {
  return start(template, bag, element, options, "render");
}

/**
 * Takes over HTML that `renderToString` gave for the same template, bag and options and that stands in the element: handlers are
 * added, effects run, nothing of the page is changed. Where the page has something else, that is reported (`run/mismatch`) and the
 * card is rendered anew. Otherwise as `mount`.
 *
 * @example
 * element.innerHTML = renderToString(template, bag, options); // on a server, as a rule
 * const card = hydrate(template, bag, element, options);
 */
export function hydrate(template: Template, bag: Bag, element: Element, options: RenderOptions = {}): MountedCard {
  return start(template, bag, element, options, "hydrate");
}

function start(template: Template, bag: Bag, element: Element, options: RenderOptions, how: "render" | "hydrate"): MountedCard {
  expectTemplate(template);
  const settings = toSettings(options, template.knownLocales);
  const first = toBag(bag);
  if (typeof element?.appendChild !== "function") throw new TypeError("argument `element` has to be an element of the page");
  const { idPrefix } = settings.policy;
  // A server's HTML has its prefix already.
  const claim = claimPrefix(element.ownerDocument, how === "hydrate" ? idPrefix : options.idPrefix, idPrefix);
  const own = { ...settings, policy: { ...settings.policy, idPrefix: claim.prefix } };
  const startLive = (data: Bag): LiveCard => {
    const card = new LiveCard(template, data, element, own);
    card.start(data, how);
    return card;
  };
  let card: StillCard | LiveCard;
  try {
    card = (how === "render" ? mountStill(template, first, element, own) : undefined) ?? startLive(first);
  } catch (error) {
    claim.release();
    throw error;
  }
  const update = (next: Bag): void => {
    // Told of an event that the change itself has caused.
    if (card.isChanging) return queueMicrotask(() => update(next));
    if (card.update(next) === false) card = startLive(next);
  };
  const unmount = (): void => {
    if (card.isChanging) return queueMicrotask(unmount);
    card.unmount();
    claim.release();
  };
  return { update: (next) => update(toBag(next)), unmount };
}
