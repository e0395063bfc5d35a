import type { Limits } from "../../src/policy/limits.ts";
import { Page } from "../../src/render/dom/page.ts";
import { call } from "../../src/runtime/call.ts";
import { TemplateThrow } from "../../src/runtime/failure.ts";
import { get } from "../../src/runtime/get.ts";
import { Native } from "../../src/runtime/handles.ts";
import type { Host } from "../../src/runtime/host.ts";
import type { Live } from "../../src/runtime/live.ts";
import type { Realm } from "../../src/runtime/realm.ts";
import { set } from "../../src/runtime/set.ts";
import type { ErrorState } from "../../src/runtime/throw.ts";
import { createTestLive } from "./live.ts";
import { createTestRealm } from "./realm.ts";

interface TestPageOptions {
  /** Markup of the card, with prefixed ids as the renderer writes them. */
  readonly html?: string;
  /** Name of the host's element that the card stands in. */
  readonly place?: string;
  readonly host?: Host;
  readonly limits?: Partial<Limits>;
  readonly live?: Partial<Live>;
}

/** A card's page in the test's document, with short ways to do what a template does. */
export interface TestPage {
  readonly page: Page;
  readonly realm: Realm;
  readonly root: HTMLElement;
  /** What was reported, as `code: message`. */
  readonly reports: readonly string[];
  /** Entries of the host so far. */
  readonly entries: () => number;
  readonly document: unknown;
  readonly get: (value: unknown, ...path: (string | number)[]) => unknown;
  readonly set: (value: unknown, key: string, to: unknown) => void;
  readonly call: (value: unknown, method: string, ...args: unknown[]) => unknown;
  /** Finds an element of the card by a selector of the page's. */
  readonly at: (selector: string) => unknown;
  /** Makes a function of the template. */
  readonly fn: (run: (...args: readonly unknown[]) => unknown) => Native;
}

export function createTestPage({ html = "", place = "section", host = {}, limits = {}, live }: TestPageOptions = {}): TestPage {
  const root = document.createElement(place);
  root.setAttribute("class", "host-class");
  root.setAttribute("data-secret", "s3cret");
  root.innerHTML = html;
  document.body.append(root);
  const reports: string[] = [];
  let entries = 0;
  const page = new Page({
    root,
    enter: (run) => {
      entries++;
      run();
    },
    inside: (run) => run(),
  });
  const realm = createTestRealm({
    host,
    limits,
    styleScope: '[data-kv-root="kv-test"]',
    live: createTestLive({ names: page.names, ...live }),
    report: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  page.realm = realm;
  const read = (value: unknown, ...path: (string | number)[]) => path.reduce<unknown>((at, key) => get(realm, at, key), value);
  return {
    page,
    realm,
    root,
    reports,
    entries: () => entries,
    document: page.document,
    get: read,
    set: (value, key, to) => set(realm, value, key, to),
    call: (value, method, ...args) => call(realm, read(value, method), value, args, method),
    at: (selector) => page.toElement(root.querySelector(selector)),
    fn: (run) => new Native({ name: "fn", run: (_realm, self, args) => run(...args, self) }),
  };
}

/** As `createTestPage`, where the time that the page takes costs nothing: units are the same on every machine. */
export function createUntimedPage(options: TestPageOptions = {}): TestPage {
  const test = createTestPage({ ...options, limits: { ...options.limits, fuel: 0 } });
  test.realm.fuel = 1e9;
  return test;
}

/** Counts the units that something takes in an untimed page. */
export function countUnits({ realm }: TestPage, run: () => unknown): number {
  const before = realm.fuel;
  run();
  return before - realm.fuel;
}

/** The message of what a template would catch. */
export function thrownBy(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof TemplateThrow)) throw error;
    return (error.value as { readonly state: ErrorState }).state.message;
  }
  return "nothing was thrown";
}
