import { createContext } from "../../src/context.ts";
import { loadTemplate, mount } from "../../src/dom.ts";
import { createTestHost } from "../../src/testing.ts";
import type { CardOptions } from "../support/card.ts";

/** What the test calls. */
export interface PolicyPageApi {
  /** Mounts stored programs, each in an element of its own, and leaves them there. */
  show(cards: string): void;
}

/** A card to show. Given as JSON. */
export interface PolicyCard {
  readonly program: unknown;
  readonly data: { readonly resource: string };
  readonly options: CardOptions;
}

const api: PolicyPageApi = {
  show: (cards) => {
    for (const { program, data, options } of JSON.parse(cards) as PolicyCard[]) {
      const element = document.querySelector("#place")?.appendChild(document.createElement("div"));
      if (element) mount(loadTemplate(program), createContext(data), element, { ...options, host: createTestHost() });
    }
  },
};

Object.assign(globalThis, { policyPage: api });
