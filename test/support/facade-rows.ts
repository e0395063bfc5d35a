import { expect, it, vi } from "vitest";
import { NodeState } from "../../src/render/dom/facades/states.ts";
import { LimitError, TemplateThrow } from "../../src/runtime/failure.ts";
import { Opaque } from "../../src/runtime/handles.ts";
import { createRecord, isRecord } from "../../src/runtime/record.ts";
import type { ErrorState } from "../../src/runtime/throw.ts";
import { createTestPage, type TestPage } from "./page.ts";

/** A card's page, with words for what rows of a table do. */
export interface RowPage extends TestPage {
  /** The facade of the element that the card knows by an id. */
  readonly $: (id: string) => unknown;
  /** That element. */
  readonly el: (id: string) => HTMLElement;
  /** `document.createElement`, with content. */
  readonly make: (tag: string, html?: string) => unknown;
  /** The page's node behind a facade. */
  readonly node: (facade: unknown) => Node;
  /** Has what a selector finds, and what is in it, be put there by a component of the host. */
  readonly close: (selector: string) => void;
  /** What is in the card now. */
  readonly html: () => string;
  /** Units of fuel that something costs, for what is done alone: time costs nothing here. */
  readonly cost: (run: () => unknown) => number;
  /** The value, or the error, as `show` prints it. */
  readonly outcome: (run: () => unknown) => unknown;
}

/** What is done, by whom, and what comes of it, as `show` prints it. */
export type Row = readonly [what: string, run: (page: RowPage) => unknown, gives: unknown];

/** Tries each row on a page of its own. */
export function tryRows(options: Parameters<typeof createTestPage>[0], rows: readonly Row[]): void {
  it.each(rows)("%s", (_what, run, gives) => {
    const page = createRowPage(options);
    const still = vi.spyOn(performance, "now").mockReturnValue(0);
    try {
      expect(page.outcome(() => run(page))).toStrictEqual(gives);
    } finally {
      still.mockRestore();
      page.root.remove();
    }
  });
}

export function createRowPage(options: Parameters<typeof createTestPage>[0] = {}): RowPage {
  const page = createTestPage(options);
  const { root, realm, at, call, set } = page;
  const make = (tag: string, html?: string): unknown => {
    const made = call(page.document, "createElement", tag);
    if (html !== undefined) set(made, "innerHTML", html);
    return made;
  };
  return {
    ...page,
    $: (id) => at(`#kv-${id}`),
    el: (id) => root.querySelector(`#kv-${id}`) as HTMLElement,
    make,
    node: (facade) => (facade as { readonly state: NodeState }).state.node,
    close: (selector) => {
      const props = createRecord();
      page.page.guard.isOn = true;
      page.page.guard.note(props);
      const note = props.ref as (element: Element) => void;
      for (const element of root.querySelectorAll("*")) if (element.closest(selector) === null) note(element);
    },
    html: () => root.innerHTML,
    cost: (run) => {
      const before = realm.fuel;
      run();
      return before - realm.fuel;
    },
    outcome: (run) => show(attempt(run)),
  };
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof LimitError) return `limit ${error.limit}: ${error.message}`;
    if (!(error instanceof TemplateThrow)) throw error;
    const { kind, message } = (error.value as { readonly state: ErrorState }).state;
    return `${kind}: ${message}`;
  }
}

/** Turns values of a template into ones that can be compared and read: an element is `<p#id>`, a text `"text"`, another facade its name. */
export function show(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(show);
  if (value instanceof Opaque) return value.state instanceof NodeState ? showNode(value.state.node) : `[${value.type.name}]`;
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, show(one)])) : value;
}

function showNode(node: Node): string {
  if (node.nodeType === 3) return JSON.stringify(node.nodeValue);
  if (node.nodeType === 11) return "#fragment";
  const { localName, id } = node as Element;
  return `<${localName}${id === "" ? "" : `#${id.replace("kv-", "")}`}>`;
}
