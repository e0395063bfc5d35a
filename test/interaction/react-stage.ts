import moment from "moment";
import { createElement, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { createContext } from "../../src/context.ts";
import { evaluateNaively, type NaiveRealm } from "./evaluate-naively.ts";
import { createScriptedHost, type HostScript } from "./host-script.ts";
import { createReactWindow } from "./react-window.ts";
import { createSettle } from "./settle.ts";
import type { Stage } from "./stage.ts";

/** A case as a page takes it: JSON, with its JSX written as calls. */
export interface ReactCase {
  readonly code: string;
  readonly data: Readonly<Record<string, { readonly resource: string }>>;
  readonly host: HostScript;
  /** Where its code is evaluated; this page, if absent. */
  readonly realm?: NaiveRealm;
}

/** Mounts a template without any sandbox: the page's own JavaScript, and React. The template is evaluated at each update. */
export function createReactStage({ code, data, host: script, realm }: ReactCase, element: HTMLElement): Stage {
  const host = createScriptedHost(script);
  const own = createReactWindow(host, element, realm as typeof globalThis | undefined);
  const clock = moment.now;
  moment.now = () => host.clock.now();
  const failures: string[] = [];
  const root = createRoot(element, { onUncaughtError: (error) => failures.push(`failed: ${error}`), onCaughtError: () => {} });
  const toBag = (file: string) => toNames(createContext(data[file] as never).names);
  const evaluate = (bag: Record<string, unknown>) => evaluateNaively(code, bag, Object.assign(own, bag), realm);
  const show = (file: string) => root.render(createElement(Card, { evaluate: () => evaluate(toBag(file)) }));
  // As our own target: a form never leads away.
  const stay = (event: globalThis.Event) => event.preventDefault();
  element.addEventListener("submit", stay, true);
  show("data.json");
  return {
    element,
    host,
    toSelector: (selector) => selector,
    settle: createSettle(host, element),
    update: show,
    unmount: () => {
      root.unmount();
      moment.now = clock;
      element.removeEventListener("submit", stay, true);
    },
    reports: undefined,
    // What a template leaves behind in a page without a sandbox is not our concern.
    findLeft: () => failures,
  };
}

/** Copies a bag's names as plain data; names without a value stay, so that those of an earlier bag go. */
export function toNames(names: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value && JSON.parse(JSON.stringify(value))]));
}

/** The host's own component around a template, which evaluates it whenever it renders. */
function Card({ evaluate }: { readonly evaluate: () => unknown }): ReactNode {
  return evaluate() as ReactNode;
}
