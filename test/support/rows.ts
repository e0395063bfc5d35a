import { createContext } from "../../src/context.ts";
import { type MountedCard, mount } from "../../src/dom.ts";
import { createTestHost, type TestHost, type TestHostOptions } from "../../src/testing.ts";
import { type CardOptions, compileCard } from "./card.ts";

/** A card with rows, in the test's document, and what an agent does to it. */
export interface Rows {
  readonly root: HTMLElement;
  readonly host: TestHost;
  readonly card: MountedCard;
  readonly reports: string[];
  /** Changes that the host was asked to take. */
  readonly changes: () => readonly object[];
  /** Finds an element, or throws. */
  readonly find: <E extends HTMLElement = HTMLInputElement>(selector: string) => E;
  /** Texts of the rows' values, without what is ours in them but messages. */
  readonly texts: () => readonly string[];
  readonly settle: () => Promise<void>;
  /** Opens the editor of a row by its label. */
  readonly open: (label: string) => Promise<HTMLInputElement>;
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: string, more?: KeyboardEventInit) => Promise<void>;
  readonly update: (data: object) => Promise<void>;
}

interface RowsOptions {
  readonly updates?: TestHostOptions["updates"] | null;
  readonly searches?: TestHostOptions["searches"];
  readonly clock?: string;
  readonly options?: CardOptions;
  readonly resource?: string;
}

/** Mounts a view with the data of a customer, a conversation and an order, all of which have ids. */
export async function showRows(source: string, data: object, given: RowsOptions = {}): Promise<Rows> {
  const { updates = [{ field: /./ }], searches, clock, options, resource = "customer" } = given;
  const host = createTestHost({
    ...(updates === null ? {} : { updates }),
    ...(searches === undefined ? {} : { searches }),
    ...(clock === undefined ? {} : { clock }),
  });
  const root = document.body.appendChild(document.createElement("div"));
  const reports: string[] = [];
  const toBag = (records: object) => createContext({ resource, ...records });
  const card = mount(compileCard(source).template, toBag(data), root, {
    host,
    ...options,
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  const settle = async (): Promise<void> => {
    await host.settle();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await host.settle();
  };
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = root.querySelector(selector);
    if (found === null) throw new Error(`nothing is ${selector} in ${root.innerHTML}`);
    return found as E;
  };
  const control = () => find(".kv-editor-input");
  await settle();
  return {
    root,
    host,
    card,
    reports,
    changes: () => host.calls.flatMap((call) => (call.service === "updateAttribute" ? [{ ...call, service: undefined }] : [])),
    find: find as Rows["find"],
    texts: () => [...root.querySelectorAll(".kv-row-value")].map((value) => (value.textContent ?? "").trim()),
    settle,
    open: async (label) => {
      find(`[aria-label="Edit ${label}"]`).click();
      await settle();
      return control() as HTMLInputElement;
    },
    type: async (text) => {
      const field = control() as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await settle();
    },
    press: async (key, more = {}) => {
      const focused = document.activeElement;
      const target = focused !== null && root.contains(focused) ? focused : control();
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...more }));
      await settle();
    },
    update: async (records) => {
      card.update(toBag(records));
      await settle();
    },
  };
}
