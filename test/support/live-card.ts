import { createContext } from "../../src/context.ts";
import { mount } from "../../src/dom.ts";
import { createTestHost, type TestHostOptions } from "../../src/testing.ts";
import { compileCard } from "./card.ts";

type MountOptions = NonNullable<Parameters<typeof mount>[3]>;
type Data = Omit<Parameters<typeof createContext>[0], "resource">;

export interface LiveCardOptions {
  readonly options?: MountOptions;
  readonly host?: TestHostOptions;
  /** Services beside those of the test host. */
  readonly services?: MountOptions["host"];
  readonly resource?: string;
}

export type ShownCard = Awaited<ReturnType<typeof showCard>>;

/** Lets what is under way come to its end: renders, effects, answers. */
export const settleCard = () => new Promise((resolve) => setTimeout(resolve, 8));

/** Mounts a template into the page, with a host for tests, and waits until it acts. */
export async function showCard(source: string, data: Data = {}, given: LiveCardOptions = {}) {
  const { resource = "customer", options = {} } = given;
  const { template } = compileCard(source);
  const place = document.body.appendChild(document.createElement("section"));
  const root = place.appendChild(document.createElement("div"));
  const host = createTestHost(given.host ?? {});
  const bag = (next: Data) => createContext({ resource, ...next });
  const reports: string[] = [];
  const card = mount(template, bag(data), root, {
    host: { ...host, ...given.services },
    ...options,
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  await settleCard();
  const find = <E extends HTMLElement = HTMLElement>(selector: string, within: Element = place) => within.querySelector<E>(selector) as E;
  const all = <E extends HTMLElement = HTMLElement>(selector: string, within: Element = place) => [...within.querySelectorAll<E>(selector)];
  const logs = () => host.calls.flatMap((call) => (call.service === "log" ? [call.values.map(String).join(" ")] : []));
  const update = async (next: Data) => {
    card.update(bag(next));
    await settleCard();
  };
  /** Waits until something has come, as long as that may take on a busy machine. */
  const until = async (hasCome: () => unknown) => {
    for (let turn = 0; turn < 500 && !hasCome(); turn++) await settleCard();
  };
  return { until, place, root, card, host, reports, find, all, logs, update };
}
