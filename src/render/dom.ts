import { render, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { Bag } from "../context/bag.ts";
import type { Linked } from "../engine/link.ts";
import type { Template } from "../ir/template.ts";
import { withPlainPrototype } from "./dom/prototype.ts";
import { type DomChild, toVNode } from "./dom/vnode.ts";
import { toErrorText } from "./error-card.ts";
import { expectTemplate } from "./expect-template.ts";
import { linkTemplate } from "./link-template.ts";
import { type RenderOptions, type Settings, toSettings } from "./options.ts";
import { createRealm, toRootId } from "./realm.ts";
import { runScript, toFailure } from "./run-card.ts";
import { toBag } from "./to-bag.ts";
import { ViewLinker } from "./view-link.ts";

/** A card in the page. */
export interface MountedCard {
  /** Renders again with other data; only what differs changes in the page. */
  update(bag: Bag): void;
  /** Takes the card out of the page. */
  unmount(): void;
}

/**
 * Mounts a template with a bag into an element of the page, whose content it replaces.
 *
 * The template reaches nothing outside: its views are judged by the same policy as in the string target and give the same
 * tree. Forms of the card are not submitted. With `kview/theme.css` and the class `kv-root` on the element, what a card positions
 * stays inside of it. A failure is reported to `onDiagnostic` and an error card stands in the card's place. Throws a `TypeError` for a
 * wrong argument or option, naming it.
 *
 * @example
 * const card = mount(template, bag, document.querySelector("#card"));
 * card.update(createContext({ resource: "customer", customer: { name: "Grace" } }));
 * card.unmount();
 */
export function mount(template: Template, bag: Bag, element: Element, options: RenderOptions = {}): MountedCard {
  expectTemplate(template);
  const settings = toSettings(options, template.knownLocales);
  const first = toBag(bag);
  if (typeof element?.appendChild !== "function") throw new TypeError("argument `element` has to be an element of the page");
  const show = (shown: Bag) => withPlainPrototype(() => render(toCard(template, shown, settings), element));
  show(first);
  // A form of the card would take the reader, and what is typed into it, to another page. While capturing: before any other listener.
  element.addEventListener("submit", preventSubmission, true);
  return {
    update: (next) => show(toBag(next)),
    unmount: () => {
      withPlainPrototype(() => render(null, element));
      element.removeEventListener("submit", preventSubmission, true);
    },
  };
}

function toCard(template: Template, bag: Bag, settings: Settings): VNode | null {
  const { program } = template;
  const realm = createRealm(template, bag, settings);
  let child: DomChild;
  try {
    // Linked inside: a program nested too deep to link is a failed card too.
    child = toVNode(realm, runScript(realm, template.linked(linkDom).script));
  } catch (error) {
    const failed = toFailure(realm, error);
    realm.report(failed);
    const { title, detail } = toErrorText(failed);
    return element("div", { CLASS: "kv-error", ROLE: "alert" }, [
      element("strong", { CLASS: "kv-error-title" }, [title]),
      element("span", { CLASS: "kv-error-detail" }, [detail]),
    ]);
  }
  if (!program.facts.styled && settings.theme === undefined) return child as VNode | null;
  return element(
    "div",
    {
      CLASS: "kv-root",
      ...(program.facts.styled ? { "DATA-KV-ROOT": toRootId(program, settings) } : {}),
      ...(settings.theme === undefined ? {} : { "DATA-THEME": settings.theme }),
    },
    [child],
  );
}

function preventSubmission(event: Event): void {
  event.preventDefault();
}

function linkDom(template: Template): Linked {
  return linkTemplate(template, new ViewLinker());
}

function element(tag: string, attributes: Readonly<Record<string, string>>, children: DomChild[]): VNode {
  return jsx(tag, Object.assign(Object.create(null), attributes, { children }) as never) as VNode;
}
