import { createContext } from "../../src/context.ts";
import { hydrate, mount } from "../../src/dom.ts";
import type { Host } from "../../src/runtime/host.ts";
import type { TestHost } from "../../src/testing/create-test-host.ts";
import { createScriptedHost, type HostScript } from "./host-script.ts";
import { createSettle } from "./settle.ts";
import type { Stage } from "./stage.ts";
import { watchListeners } from "./watch-listeners.ts";

/** A case with its template compiled. */
export interface KViewCase {
  readonly template: Parameters<typeof mount>[0];
  readonly data: Readonly<Record<string, { readonly resource: string }>>;
  readonly host: HostScript;
}

/**
 * Mounts a template by our DOM target; where the element has content already, takes that over.
 *
 * @param toServices What the card is handed of its scripted host.
 */
export function createKViewStage(
  { template, data, host: script }: KViewCase,
  element: HTMLElement,
  toServices: (host: TestHost) => Host = (host) => host,
): Stage {
  const host = createScriptedHost(script);
  const start = element.childNodes.length === 0 ? mount : hydrate;
  const reports: string[] = [];
  const listeners = watchListeners([element, element.ownerDocument, element.ownerDocument.body, window]);
  const toBag = (file: string) => createContext(data[file] as never);
  const card = start(template, toBag("data.json"), element, {
    host: toServices(host),
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  return {
    element,
    host,
    // The card's ids and names carry its prefix.
    // The second card of a page has a prefix of its own.
    toSelector: (selector) =>
      selector
        .replace(/#([a-z][\w-]*)/gi, ":is(#kv-$1, #kv2-$1)")
        .replace(/\[(name|id|for|list)="([^"]*)"\]/g, ':is([$1="kv-$2"], [$1="kv2-$2"])'),
    settle: createSettle(host, element),
    update: (file) => card.update(toBag(file)),
    unmount: () => card.unmount(),
    reports,
    findLeft: () => {
      const content = element.childNodes.length === 0 ? [] : [`in the page: ${element.innerHTML}`];
      return [...content, ...host.pending, ...listeners.stop()];
    },
  };
}
