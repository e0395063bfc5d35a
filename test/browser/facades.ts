import { mount } from "../../src/dom.ts";
import { createContext, loadTemplate } from "../../src/index.ts";
import type { Opaque } from "../../src/runtime/handles.ts";
import { everyElement, gadgets, hostNames, walkFacades } from "../support/closed-walk.ts";
import { createTestPage } from "../support/page.ts";

/** What the test asks of the page. */
export interface FacadesApi {
  /** Reads every name of every facade, in a page that takes text for markup; gives what leaked, and which kinds there were. */
  walk(): { readonly leaks: readonly string[]; readonly kinds: readonly string[] };
  /** Mounts a program, plays clicks, and gives what is in the card, in the page around it, and what was reported. */
  play(
    program: string,
    clicks: readonly string[],
  ): Promise<{ readonly card: string; readonly reports: readonly string[]; readonly left: string }>;
}

function walk(): ReturnType<FacadesApi["walk"]> {
  const { page, root, realm } = createTestPage({
    html: everyElement,
    host: { allow: ["files", "selection", "page-events"], clipboard: () => {} },
  });
  const names = new Set([...gadgets, ...hostNames(document), ...hostNames(globalThis)]);
  const first: Record<string, unknown> = { document: page.document };
  for (const [i, element] of [...root.querySelectorAll("*")].entries()) {
    for (const name of hostNames(element)) names.add(name);
    first[`${element.localName}${i}`] = page.toElement(element);
  }
  for (const name of page.names.keys()) first[name] = page.names.get(name);
  const target = root.querySelector("input") as HTMLElement;
  for (const event of toEvents(target)) {
    for (const name of hostNames(event)) names.add(name);
    target.dispatchEvent(event);
    first[`${event.constructor.name} ${event.type}`] = page.toEvent(event, target) as Opaque;
  }
  const { kinds, leaks } = walkFacades(realm, first, names);
  return { leaks, kinds };
}

function toEvents(target: HTMLElement): readonly Event[] {
  const bubbles = true;
  const data = new DataTransfer();
  data.setData("text/html", "<b>x</b>");
  data.items.add(new File(["x"], "x.txt"));
  const touch = new Touch({ identifier: 1, target: document.body });
  return [
    new PointerEvent("pointerdown", { bubbles, view: window, relatedTarget: document.body }),
    new KeyboardEvent("keydown", { bubbles, key: "a", view: window }),
    new InputEvent("input", { bubbles, data: "x", dataTransfer: data }),
    new WheelEvent("wheel", { bubbles, view: window }),
    new FocusEvent("focusin", { bubbles, relatedTarget: document.documentElement }),
    new DragEvent("drop", { bubbles, dataTransfer: data }),
    new ClipboardEvent("paste", { bubbles, clipboardData: data }),
    new TouchEvent("touchstart", { bubbles, touches: [touch], targetTouches: [touch], changedTouches: [touch] }),
    new CompositionEvent("compositionend", { bubbles, data: "x" }),
    new AnimationEvent("animationend", { bubbles, animationName: "a" }),
    new TransitionEvent("transitionend", { bubbles, propertyName: "p" }),
    new SubmitEvent("submit", { bubbles, cancelable: true }),
    new ProgressEvent("load", { bubbles }),
    new ErrorEvent("error", { bubbles, error: target, message: "m" }),
    new CustomEvent("change", { bubbles, detail: { host: window } }),
    new ToggleEvent("toggle", { bubbles, newState: "open" }),
  ];
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

async function play(program: string, clicks: readonly string[]): ReturnType<FacadesApi["play"]> {
  const root = document.getElementById("place") as HTMLElement;
  const before = document.documentElement.outerHTML;
  const reports: string[] = [];
  const bag = createContext({ resource: "customer", customer: { id: "1" } });
  const card = mount(loadTemplate(JSON.parse(program)), bag, root, {
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  await settle();
  for (const selector of clicks) {
    (root.querySelector(selector) as HTMLElement).click();
    await settle();
  }
  const shown = root.innerHTML;
  card.unmount();
  return { card: shown, reports, left: document.documentElement.outerHTML === before ? "" : document.documentElement.outerHTML };
}

(globalThis as unknown as { kviewFacades: FacadesApi }).kviewFacades = { walk, play };
