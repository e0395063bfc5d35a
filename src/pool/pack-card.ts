import type { Buffer } from "node:buffer";
import { serialize } from "node:v8";
import { toKlasses } from "../context/create-klasses.ts";
import { standardKlasses } from "../context/standard-klasses.ts";
import { expectTemplate } from "../render/expect-template.ts";
import { checkKeys, renderOptionNames, toSettings } from "../render/options.ts";
import type { StringOptions } from "../render/render-to-string.ts";
import { importValue } from "../runtime/import.ts";
import { createRecord } from "../runtime/record.ts";
import type { Asset, Assets } from "./asset.ts";
import type { PoolCard, PoolRenderOptions } from "./card.ts";
import { toPoolFailure } from "./failure.ts";
import type { standardIconsId } from "./messages.ts";
import type { PoolResult } from "./result.ts";

/** A card as it is sent. What the host changes in its objects afterwards does not show. */
export interface Parcel {
  readonly program: Asset;
  readonly klasses: Asset | undefined;
  readonly icons: Asset | typeof standardIconsId | undefined;
  /** Data and options. */
  readonly body: Buffer;
  /** What the card is rendered for. */
  readonly target: StringOptions["target"];
}

/** Options that hold functions, and what to do without them. */
const unsendable: Readonly<Record<Exclude<keyof StringOptions, keyof PoolRenderOptions>, string>> = {
  host: "what the host's services would answer belongs into the card's data",
  policy: "addresses are judged by kview's own rules there",
  onDiagnostic: "findings are in `diagnostics` of the result",
};

const optionNames: readonly string[] = [...renderOptionNames, "target"];
const targets: readonly unknown[] = [undefined, "html", "email", "text"] satisfies StringOptions["target"][];

/** Packs cards for a pool. */
export class Packer {
  readonly #assets: Assets;
  readonly #inputBytes: number;
  readonly #knownLocales = new Set<string>();

  constructor(assets: Assets, inputBytes: number) {
    this.#assets = assets;
    this.#inputBytes = inputBytes;
  }

  /**
   * Packs a card. Data that can't be sent are a failed card, for they may come from anywhere; all else that is wrong is a
   * `TypeError` of the caller's, which names it.
   */
  pack(card: PoolCard): Parcel | PoolResult {
    if (typeof card !== "object" || card === null) throw new TypeError("argument `card` has to be an object with `template` and `data`");
    checkKeys(card, ["template", "data", "options"], "key of the card");
    const template = expectTemplate(card.template);
    const [native] = template.natives.keys();
    if (native !== undefined)
      throw new TypeError(`argument \`template\` uses \`${native}\`, a component of the host: its forms are functions and can't be sent`);
    const options = this.#checkOptions(card.options ?? {});
    const { data } = card;
    if (typeof data !== "object" || data === null || Array.isArray(data))
      throw new TypeError("key `data` of the card has to be what `createContext` takes");
    const klasses = toKlasses(Object.hasOwn(data, "klasses") ? data.klasses : undefined);
    const body = this.#packData(data, options);
    if ("reason" in body) return body;
    return {
      program: this.#assets.program(template),
      klasses: klasses === standardKlasses ? undefined : this.#assets.klasses(klasses),
      icons: template.icons === undefined ? undefined : this.#assets.icons(template.icons),
      body,
      target: options.target,
    };
  }

  #checkOptions(options: StringOptions): StringOptions {
    for (const [name, hint] of Object.entries(unsendable))
      if (options[name as keyof typeof unsendable] !== undefined)
        throw new TypeError(`option \`${name}\` holds functions, which can't be sent to a process; ${hint}`);
    toSettings(options, this.#knownLocales, optionNames);
    if (!targets.includes(options.target)) throw new TypeError("option `target` is `html`, `email` or `text`");
    return options;
  }

  #packData(data: object, options: StringOptions): Buffer | Extract<PoolResult, { readonly ok: false }> {
    // Imported, though the child imports it again: to serialise runs accessors, and flattens instances that a card must not see.
    const names = createRecord();
    try {
      for (const [name, value] of Object.entries(data)) if (name !== "klasses") names[name] = importValue(value, name);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return toPoolFailure("data", { reason: error.message }, options.target);
    }
    const body = serialize([names, options]);
    if (body.length <= this.#inputBytes) return body;
    return toPoolFailure("data", { reason: `it takes ${body.length} bytes, and the pool takes ${this.#inputBytes}` }, options.target);
  }
}
