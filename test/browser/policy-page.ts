import { h, render } from "preact";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { mount } from "../../src/dom.ts";
import { compile, createContext } from "../../src/index.ts";
import { KView as InPreact } from "../../src/preact.ts";
import { KView as InReact } from "../../src/react.ts";
import { createTestHost } from "../../src/testing.ts";
import type { CardOptions } from "../support/card.ts";

/** What the test calls. */
export interface PolicyPageApi {
  /** Compiles and mounts cards, each in an element of its own, and leaves them there. */
  show(cards: string): void;
  /** Shows a card by React, and one by Preact. */
  showFramed(source: string): void;
}

/** A card to show. Given as JSON. */
export interface PolicyCard {
  readonly source: string;
  readonly data: { readonly resource: string };
  readonly options: CardOptions;
}

function toTemplate(source: string) {
  const result = compile(source);
  if (!result.ok) throw new Error("the template does not compile");
  return result.template;
}

function addPlace(): Element {
  const place = document.querySelector("#place");
  if (place === null) throw new Error("the page has no place");
  return place.appendChild(document.createElement("div"));
}

const api: PolicyPageApi = {
  show: (cards) => {
    for (const { source, data, options } of JSON.parse(cards) as PolicyCard[])
      mount(toTemplate(source), createContext(data), addPlace(), { ...options, host: createTestHost() });
  },
  showFramed: (source) => {
    const props = { template: toTemplate(source), bag: createContext({ resource: "customer" }) };
    createRoot(addPlace()).render(createElement(InReact, props));
    render(h(InPreact, props), addPlace());
  },
};

Object.assign(globalThis, { policyPage: api });
