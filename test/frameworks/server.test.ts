import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { defineKViewCard } from "../../src/element.ts";
import { KView } from "../../src/react.ts";
import { noisy, toBag } from "./cards.ts";

describe("without a page", () => {
  it("React renders the element without a warning", () => {
    const error = vi.spyOn(console, "error");
    const card = createElement(KView, { template: noisy, bag: toBag("Ada"), className: "card", html: "<p>Ada</p>" });
    expect(renderToString(card)).toBe('<div class="card"><p>Ada</p></div>');
    expect(error).not.toHaveBeenCalled();
  });

  it("the custom element is imported, not defined", () => {
    expect(() => defineKViewCard()).toThrow("there are no custom elements here");
  });
});
