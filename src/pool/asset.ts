import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { Klasses } from "../context/klasses.ts";
import type { Template } from "../ir/template.ts";
import { icons as standardIcons } from "../policy/icons.ts";
import { toKlassesData } from "./klasses-data.ts";
import { type AssetKind, standardIconsId } from "./messages.ts";

/** What many cards share, and a child is handed once. */
export interface Asset {
  readonly kind: AssetKind;
  /** Made of the content: the same template, compiled twice, is one asset. */
  readonly id: string;
  readonly body: Buffer;
}

/** Makes assets, each once for the object that it is made of. Programs, klasses and icon tables are never changed. */
export class Assets {
  readonly #made = new WeakMap<object, Asset>();

  program(template: Template): Asset {
    return this.#make("program", template, () => template.program);
  }

  klasses(klasses: Klasses): Asset {
    return this.#make("klasses", klasses, () => toKlassesData(klasses));
  }

  /** The platform's own icons, which children have already, are an id alone. */
  icons(icons: ReadonlyMap<string, string>): Asset | typeof standardIconsId {
    return icons === standardIcons ? standardIconsId : this.#make("icons", icons, () => [...icons]);
  }

  #make(kind: AssetKind, source: object, toData: () => unknown): Asset {
    let asset = this.#made.get(source);
    if (asset === undefined) {
      const body = Buffer.from(JSON.stringify(toData()));
      asset = { kind, id: createHash("sha256").update(kind).update(body).digest("hex").slice(0, 32), body };
      this.#made.set(source, asset);
    }
    return asset;
  }
}
