import { createContext } from "../../src/context.ts";
import { loadTemplate, mount } from "../../src/dom.ts";

/** What the test asks of the page: to show things, and say what is wrong. */
export interface PayloadApi {
  showHtml(pieces: readonly string[]): Promise<readonly string[]>;
  showCards(program: unknown, values: readonly string[]): Promise<readonly string[]>;
}

// A page that enforces trusted types, and a host that is careless enough to trust what the string target writes.
const trusted = (
  globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): string } } }
).trustedTypes.createPolicy("test", { createHTML: (text: string) => text });

const containers = ["div", "table", "select", "svg", "template", "p"] as const;
const violations: string[] = [];
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});

/** How the host's own elements look and where they stand. */
const readHost = () =>
  [...document.querySelectorAll<HTMLElement>("[data-host]")]
    .map((element) => {
      const { color, display, position, visibility, opacity, backgroundImage } = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      return [element.outerHTML, color, display, position, visibility, opacity, backgroundImage, left, top, width, height].join(" ");
    })
    .join("\n");

const place = () => document.getElementById("place") as HTMLElement;
const before = readHost();
/** Names of the page but for its frames, which are numbers. */
const readNames = () => Object.getOwnPropertyNames(globalThis).filter((name) => !/^\d+$/.test(name));

/** Lets loads, events and tasks that markup may have caused come in. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

async function look(): Promise<readonly string[]> {
  await settle();
  const found = violations.splice(0);
  if ("__kv_pwned" in globalThis) found.push("a global of the attack's name");
  delete (globalThis as { __kv_pwned?: unknown }).__kv_pwned;
  if (readHost() !== before) found.push("the host's page looks different");
  for (const element of place().querySelectorAll(place().querySelector("style") === null ? "[style]" : "*"))
    for (const part of [undefined, "::before", "::after"])
      if (getComputedStyle(element, part).position === "fixed") found.push(`${element.tagName}${part ?? ""} is fixed`);
  found.push(...readNames().flatMap((name) => (names.has(name) ? [] : [`the page's name ${name}`])));
  return found;
}

async function showHtml(pieces: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const html of pieces) {
    for (const name of containers) {
      const drawing = name === "svg";
      const holder = drawing ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
      place().replaceChildren(holder);
      holder.innerHTML = trusted.createHTML(html);
      if (holder instanceof HTMLTemplateElement) place().append(holder.content.cloneNode(true));
      // Written by the browser, and read again: in the same place, and in another.
      holder.innerHTML = trusted.createHTML(holder.innerHTML);
      place().appendChild(document.createElement("div")).innerHTML = trusted.createHTML(holder.innerHTML);
    }
    found.push(...(await look()));
    if (found.length > 0) return [...found, html];
  }
  place().replaceChildren();
  return found;
}

async function showCards(program: unknown, values: readonly string[]): Promise<readonly string[]> {
  const root = document.createElement("div");
  root.className = "kv-root";
  place().replaceChildren(root);
  const only = { images: isOk, links: isOk, frames: isOk };
  const limits = { fuel: 50_000_000, nodes: 2_000_000 };
  const bag = createContext({ resource: "customer", customer: { values, sheet: values[0] } });
  const card = mount(loadTemplate(program), bag, root, { policy: only, limits });
  const found = await look();
  card.unmount();
  place().replaceChildren();
  return found;
}

const isOk = (url: URL) => url.hostname === "ok.example";

(globalThis as unknown as { kviewPayloads: PayloadApi }).kviewPayloads = { showHtml, showCards };
const names = new Set(readNames());
