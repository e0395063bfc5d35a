import { createContext } from "../../src/context.ts";
import { mount } from "../../src/dom.ts";
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

/** Mounts a template by our DOM target. */
export function createKViewStage({ template, data, host: script }: KViewCase, element: HTMLElement): Stage {
  const host = createScriptedHost(script);
  const reports: string[] = [];
  const listeners = watchListeners([element, element.ownerDocument, element.ownerDocument.body, window]);
  const toBag = (file: string) => createContext(data[file] as never);
  const card = mount(template, toBag("data.json"), element, {
    host,
    onDiagnostic: ({ code, message }) => reports.push(`${code}: ${message}`),
  });
  return {
    element,
    host,
    // The card's ids and names carry its prefix.
    toSelector: (selector) => selector.replace(/#(?=[a-z])/gi, "#kv-").replace(/\[(name|id|for|list)="/g, '[$1="kv-'),
    settle: createSettle(host),
    update: (file) => card.update(toBag(file)),
    unmount: () => card.unmount(),
    reports,
    findLeft: () => {
      const content = element.childNodes.length === 0 ? [] : [`in the page: ${element.innerHTML}`];
      return [...content, ...host.pending, ...listeners.stop()];
    },
  };
}
