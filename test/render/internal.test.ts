// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createRegistry, defineComponent } from "../../src/components.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compile, createContext } from "../../src/index.ts";
import { toDomHtml } from "../support/dom-html.ts";

const secret = new Error("secret of the host, at /srv/host.js");
const fail = () => {
  throw secret;
};
const faulty = defineComponent({ name: "Faulty", props: z.looseObject({}), html: fail, dom: fail });
const bag = createContext({ resource: "customer", customer: { name: "Ada" } });
const card = '<div class="kv-error" role="alert"><strong class="kv-error-title">This card can\'t be shown</strong>';

describe("what fails and is not the template's", () => {
  const compiled = compile("<p>{customer.name}<Faulty /></p>", { registry: createRegistry([faulty]) });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const { template } = compiled;

  it("costs its card in a string, and the host is handed what was thrown", () => {
    const told: Diagnostic[] = [];
    const html = renderToString(template, bag, { onDiagnostic: (found) => told.push(found) });
    expect(html.startsWith(card)).toBe(true);
    expect(html).not.toContain("secret");
    expect(told.map(({ code, cause }) => [code, cause])).toEqual([["run/internal", secret]]);
  });

  it("costs its card in a page", () => {
    const told: Diagnostic[] = [];
    const element = document.createElement("div");
    const mounted = mount(template, bag, element, { onDiagnostic: (found) => told.push(found) });
    expect(toDomHtml(element)).toContain("This card can't be shown");
    expect(element.textContent).not.toContain("secret");
    expect(told.map(({ code, cause }) => [code, cause])).toEqual([["run/internal", secret]]);
    mounted.unmount();
  });

  it("is plain JSON as a diagnostic", () => {
    const told: Diagnostic[] = [];
    renderToString(template, bag, { onDiagnostic: (found) => told.push(found) });
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(Object.keys(told[0] ?? {})).not.toContain("cause");
  });

  it("can't be caught, hidden or read by the template", () => {
    const source = `
      class Boundary extends React.Component {
        state = { caught: null };
        static getDerivedStateFromError(caught) { return { caught }; }
        render() { return this.state.caught ? <i>{String(this.state.caught)}</i> : this.props.children; }
      }
      <Boundary><Faulty /></Boundary>`;
    const hidden = compile(source, { registry: createRegistry([faulty]) });
    if (!hidden.ok) throw new Error(JSON.stringify(hidden.diagnostics));
    expect(renderToString(hidden.template, bag).startsWith(card)).toBe(true);
    const element = document.createElement("div");
    const mounted = mount(hidden.template, bag, element, {});
    expect(element.textContent).not.toContain("secret");
    mounted.unmount();
  });
});
