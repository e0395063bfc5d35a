import { createContext } from "../../src/context.ts";
import { hydrate, loadTemplate, mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { generateData, withPollutedPrototype } from "../attack/generate.ts";
import { toOtherData } from "./other-data.ts";
import { printTree } from "./print-tree.ts";

// Runs in the page, bundled: what a host's page has of kview, without a parser of templates.

type Options = NonNullable<Parameters<typeof mount>[3]>;
type Input = Parameters<typeof createContext>[0];

/** A compiled case of `fixtures/render`, as JSON. */
export interface PageCase {
  readonly name: string;
  readonly program: unknown;
  readonly data: Input;
  readonly options: Options;
}

/** What became of a case. Trees are printed by `printTree`. */
export interface PageOutcome {
  readonly name: string;
  /** Of the string target, as it gave it in the page. */
  readonly html: string;
  readonly parsed: string;
  readonly mounted: string;
  /** The live tree written as HTML and read again: what a parser makes of nestings that HTML does not have. */
  readonly reparsed: string;
  /** Changes that the page saw at an update with the same bag. */
  readonly changes: readonly string[];
  /** Changes that the page saw when a card took over the string target's HTML, and what it reported. */
  readonly takenOver: readonly string[];
  /** After an update with other data, and back. */
  readonly updates: readonly { readonly updated: string; readonly fresh: string }[];
  readonly left: string;
}

/** A compiled case of `fixtures/attack`; data as JSON text, so that a key `__proto__` survives. */
export interface PageAttack {
  readonly id: string;
  readonly program: unknown;
  readonly data: string;
  readonly dataGen?: string | undefined;
  /** Holds by a limit: mounted with small ones, for other tests show that the usual ones hold. */
  readonly bounded: boolean;
}

export interface PageAttackOutcome {
  readonly id: string;
  /** The live card as the page writes it. */
  readonly html: string;
  readonly parsed: string;
  readonly mounted: string;
  readonly reparsed: string;
  /** What of the host's page is otherwise than before, in words. */
  readonly touched: readonly string[];
}

interface TrustedTypesPage {
  readonly trustedTypes: { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } };
}

// The test's own: the page asks for trusted HTML, and kview may not have any.
const trusted = (globalThis as unknown as TrustedTypesPage).trustedTypes.createPolicy("test", { createHTML: (text) => text });
const place = (): Element => document.querySelector("#place") as Element;

function parse(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = trusted.createHTML(html);
  return printTree(template.content);
}

function withPlace<T>(run: (element: Element) => T): T {
  const element = document.createElement("div");
  place().append(element);
  try {
    return run(element);
  } finally {
    element.remove();
  }
}

/** Nothing may throw into the host's page; where it does, the test wants to know which card. */
function withName<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}: ${error}`);
  }
}

function runCase({ name, program, data, options: given }: PageCase): PageOutcome {
  // One prefix for all: the cards of a case are compared.
  const options: Options = { idPrefix: "kv", ...given };
  const template = loadTemplate(program);
  const bag = createContext(data);
  const html = renderToString(template, bag, options);
  const fresh = (input: Input) =>
    withPlace((element) => {
      const card = mount(template, createContext(input), element, options);
      const tree = printTree(element);
      card.unmount();
      return tree;
    });
  return withPlace((element) => {
    const card = mount(template, bag, element, options);
    const mounted = printTree(element);
    const reparsed = parse(element.innerHTML);
    const observer = new MutationObserver(() => {});
    observer.observe(element, { subtree: true, childList: true, attributeOldValue: true, characterDataOldValue: true });
    card.update(bag);
    const changes = observer.takeRecords().flatMap(toChange);
    observer.disconnect();
    const updates = [...toOthers(data), data].map((input) => {
      card.update(createContext(input));
      return { updated: printTree(element), fresh: fresh(input) };
    });
    card.unmount();
    const takenOver = withPlace((other) => takeOver(template, bag, html, other, options));
    return { name, html, parsed: parse(html), mounted, reparsed, changes, takenOver, updates, left: element.innerHTML };
  });
}

/** Has a card take over HTML; gives what changed but cuts in texts, where the tree has several that are one in HTML. */
function takeOver(
  template: ReturnType<typeof loadTemplate>,
  bag: ReturnType<typeof createContext>,
  html: string,
  element: Element,
  options: Options,
) {
  element.innerHTML = trusted.createHTML(html);
  const elements = [...element.querySelectorAll("*")];
  const before = element.innerHTML;
  const reports: string[] = [];
  const onDiagnostic: Options["onDiagnostic"] = ({ code, message }) => code === "run/mismatch" && reports.push(message);
  const card = hydrate(template, bag, element, { ...options, onDiagnostic });
  const after = [...element.querySelectorAll("*")];
  if (element.innerHTML !== before) reports.push(`the HTML is ${element.innerHTML}, was ${before}`);
  if (after.length !== elements.length || after.some((one, index) => one !== elements[index])) reports.push("elements are others");
  card.unmount();
  return reports;
}

/** Names a change of the page; a value that was written again as it was is none. */
function toChange({ type, attributeName, oldValue, target }: MutationRecord): readonly string[] {
  const value = target instanceof Element ? target.getAttribute(attributeName ?? "") : target.nodeValue;
  return type !== "childList" && value === oldValue ? [] : [`${type} ${attributeName ?? ""} of ${target.nodeName}`];
}

/** Data to update with: other values, and none. Other values may be no data that `createContext` takes. */
function toOthers(data: Input): readonly Input[] {
  const other = toOtherData(data) as Input;
  const none = { resource: data.resource } as Input;
  return [other, none].filter((input) => {
    try {
      createContext(input);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  });
}

function runAttack({ id, program, data, dataGen, bounded }: PageAttack, granted: boolean): PageAttackOutcome | undefined {
  const run = () => {
    const template = loadTemplate(program);
    const input = { resource: "customer", ...(dataGen === undefined ? JSON.parse(data) : (generateData(dataGen) as object)) } as Input;
    let bag: ReturnType<typeof createContext>;
    try {
      bag = createContext(input);
    } catch (error) {
      // Data that no card may have; the tests of the two targets hold which.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
    return attack(id, template, bag, { ...(granted ? {} : noLoading), ...(bounded ? smallLimits : {}) });
  };
  return dataGen === "polluted-prototype" ? withPollutedPrototype(run) : run();
}

const noLoading: Options = { policy: { images: () => false, frames: () => false } };
const smallLimits: Options = { limits: { fuel: 50_000, outputLength: 200_000, nodes: 2_000 } };

function attack(
  id: string,
  template: ReturnType<typeof loadTemplate>,
  bag: ReturnType<typeof createContext>,
  wishes: Options,
): PageAttackOutcome {
  const options: Options = { now: 1_791_187_200_000, theme: "light", ...wishes };
  return withPlace((element) => {
    const shared = describePrototype();
    const card = mount(template, bag, element, options);
    const mounted = printTree(element);
    const html = element.innerHTML;
    provoke(element);
    const during = differences(host, describeHost());
    card.update(bag);
    card.unmount();
    const touched = [...during, ...differences(host, describeHost()), ...differences(shared, describePrototype())];
    return { id, html, parsed: parse(renderToString(template, bag, options)), mounted, reparsed: parse(html), touched };
  });
}

const provocations = [
  "error",
  "load",
  "mouseover",
  "mouseenter",
  "pointerdown",
  "focus",
  "toggle",
  "animationstart",
  "beforetoggle",
  "click",
];

/** Does to a card what a reader does, and what an attacker would have the page do. */
function provoke(element: Element): void {
  for (const target of element.querySelectorAll("*")) {
    for (const type of provocations) target.dispatchEvent(new Event(type, { bubbles: false, cancelable: true }));
    if (target instanceof HTMLFormElement) target.requestSubmit();
    if (target instanceof HTMLElement && !(target instanceof HTMLAnchorElement)) target.click();
  }
}

/** The page around the card: attributes, computed styles and place of the host's elements, what stands on top of them. */
function describeHost(): ReadonlyMap<string, string> {
  const found = new Map<string, string>([
    ["title", document.title],
    ["location", location.href],
    ["marker", String((globalThis as { __kv_pwned?: unknown }).__kv_pwned)],
    ["style sheets", String(document.querySelectorAll("head style, head link, head script").length)],
    ["children", [...document.body.children].map(({ id }) => id).join()],
  ]);
  for (const element of [document.documentElement, document.body, ...document.querySelectorAll("[data-host]")]) {
    const name = `${element.localName}#${element.id}`;
    found.set(`${name} attributes`, [...element.attributes].map((attribute) => `${attribute.name}=${attribute.value}`).join());
    if (!element.hasAttribute("data-host")) continue;
    // Hundreds of properties: read of two elements.
    if (element.getAttribute("data-host") === "styled") found.set(`${name} style`, printComputed(element));
    const { x, y, width, height } = element.getBoundingClientRect();
    found.set(`${name} place`, [x, y, width, height].join());
    found.set(`${name} top`, document.elementFromPoint(x + width / 2, y + height / 2)?.id ?? "");
  }
  return found;
}

function printComputed(element: Element): string {
  const style = getComputedStyle(element);
  return [...style].map((property) => `${property}:${style.getPropertyValue(property)}`).join(";");
}

/** Apart from the host's elements, because some attacks run where other code has changed it. */
function describePrototype(): ReadonlyMap<string, string> {
  return new Map([["Object.prototype", Object.getOwnPropertyNames(Object.prototype).join()]]);
}

const host = describeHost();

/** Whether the page would have gone where a form leads: while its card is mounted, and a form of the host's there afterwards. */
export interface SubmitOutcome {
  readonly mounted: boolean;
  readonly unmounted: boolean;
}

function submit(program: string): SubmitOutcome {
  return withPlace((element) => {
    const card = mount(loadTemplate(JSON.parse(program)), createContext({ resource: "customer" } as Input), element);
    const form = element.querySelector("form") as HTMLFormElement;
    const mounted = goes(form);
    card.unmount();
    element.append(form);
    return { mounted, unmounted: goes(form) };
  });
}

/** Submits a form and tells whether nobody has prevented it; prevents it then. */
function goes(form: HTMLFormElement): boolean {
  let prevented = false;
  const last = (event: Event) => {
    prevented = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener("submit", last);
  form.requestSubmit();
  removeEventListener("submit", last);
  return !prevented;
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...before]
    .filter(([key, value]) => after.get(key) !== value)
    .map(([key, value]) => `${key}: ${value} → ${after.get(key)}`.slice(0, 300));
}

/** What the test calls. Cases are JSON. */
export interface PageApi {
  run(cases: string): readonly PageOutcome[];
  /** @param granted Whether the host lets cards load pictures and frames. */
  attack(cases: string, granted: boolean): readonly PageAttackOutcome[];
  submit(program: string): SubmitOutcome;
}

(globalThis as unknown as { kviewPage: PageApi }).kviewPage = {
  run: (cases) => (JSON.parse(cases) as PageCase[]).map((one) => withName(one.name, () => runCase(one))),
  attack: (cases, granted) => (JSON.parse(cases) as PageAttack[]).flatMap((one) => withName(one.id, () => runAttack(one, granted)) ?? []),
  submit,
};
