import type { Buffer } from "node:buffer";
import { deserialize } from "node:v8";
import { createContext } from "../context/create-context.ts";
import type { Klasses } from "../context/klasses.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { loadTemplate } from "../entry/load-template.ts";
import type { Template } from "../ir/template.ts";
import { icons as standardIcons } from "../policy/icons.ts";
import { renderToString, type StringOptions } from "../render/render-to-string.ts";
import { toPoolFailure } from "./failure.ts";
import { fromKlassesData, type KlassesData } from "./klasses-data.ts";
import { type AssetKind, type ChildReason, type Order, standardIconsId } from "./messages.ts";

/** A card that was rendered, before it is cut to what may be sent. */
export interface Rendered {
  readonly html: string;
  readonly reason: ChildReason | null;
  readonly found: readonly Diagnostic[];
  readonly target: StringOptions["target"];
}

/** What ended a card, rather than a part of it. */
const endings: ReadonlyMap<string, ChildReason> = new Map([
  ["run/throw", "template"],
  ["limit/run", "limit"],
]);

/** Renders cards in a child, from what it was handed. */
export class CardRenderer {
  readonly #programs = new Map<string, unknown>();
  readonly #templates = new Map<string, Template>();
  readonly #klasses = new Map<string, Klasses>();
  readonly #icons = new Map<string, ReadonlyMap<string, string>>([[standardIconsId, standardIcons]]);

  put(kind: AssetKind, id: string, body: Buffer): void {
    const data: unknown = JSON.parse(body.toString());
    if (kind === "program") this.#programs.set(id, data);
    else if (kind === "klasses") this.#klasses.set(id, fromKlassesData(data as KlassesData));
    else this.#icons.set(id, new Map(data as [string, string][]));
  }

  forget(id: string): void {
    this.#programs.delete(id);
    this.#klasses.delete(id);
    this.#icons.delete(id);
    for (const key of this.#templates.keys()) if (key.split(" ").includes(id)) this.#templates.delete(key);
  }

  /** Renders a card, and waits until all that it left to do later is done: what follows is another card's. */
  async render(order: Extract<Order, { readonly card: number }>, body: Buffer): Promise<Rendered> {
    const [data, options] = deserialize(body) as [object, StringOptions];
    const klasses = order.klasses === undefined ? undefined : this.#klasses.get(order.klasses);
    const found: Diagnostic[] = [];
    let bag: ReturnType<typeof createContext>;
    try {
      bag = createContext({ ...(data as Parameters<typeof createContext>[0]), klasses });
    } catch (error) {
      // What the data of this card has wrong; anything else is a bug of ours, and ends the process.
      if (!(error instanceof TypeError)) throw error;
      const { html, diagnostics } = toPoolFailure("data", { reason: error.message }, options.target);
      return { html, reason: "data", found: diagnostics, target: options.target };
    }
    const html = renderToString(this.#template(order), bag, { ...options, onDiagnostic: (diagnostic) => found.push(diagnostic) });
    const ending = found.find(({ code }) => endings.has(code));
    await settle();
    return { html, reason: ending === undefined ? null : (endings.get(ending.code) ?? null), found, target: options.target };
  }

  #template({ program, icons }: Extract<Order, { readonly card: number }>): Template {
    const key = icons === undefined ? program : `${program} ${icons}`;
    let template = this.#templates.get(key);
    if (template === undefined) {
      const table = icons === undefined ? undefined : this.#icons.get(icons);
      template = loadTemplate(this.#programs.get(program), table === undefined ? undefined : { icons: table });
      this.#templates.set(key, template);
    }
    return template;
  }
}

/**
 * Waits until no job of the card is left, nor a timer: the only ones tell of rejections that nobody handled, as soon as there can be no
 * doubt. One begun now ends behind them. A card that promises nothing costs one turn of the loop.
 */
async function settle(): Promise<void> {
  await new Promise(setImmediate);
  if (process.getActiveResourcesInfo().includes("Timeout")) await new Promise((resolve) => setTimeout(resolve, 1));
}
