// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { hydrate } from "../../src/dom.ts";
import { createContext, loadTemplate } from "../../src/index.ts";
import { compileCard } from "../support/card.ts";
import { neighbourSource, setNeighbour } from "./live-neighbour.ts";
import { expectHarmless } from "./live-oracles.ts";
import { playLive } from "./live-play.ts";
import { findUnsafe } from "./safe-html.ts";

beforeAll(() => {
  setNeighbour(JSON.stringify(compileCard(neighbourSource).template.program));
});

const code = "globalThis.__kv_pwned=1";
const hostile =
  `onclick onClick ONCLICK onload on onclickCapture ref key __proto__ constructor prototype children dangerouslySetInnerHTML innerHTML
  textContent outerHTML is srcdoc style class className href xlink:href action formaction src data-kv-root data-kv id name target CLASS
  __k __v __c _dom l u nonce slot part autofocus autoFocus defaultValue value checked hidden contenteditable`.split(/\s+/);
const forms = [
  `<p data-x="VALUE">t</p>`,
  `<a data-x={customer.name}>t</a>`,
  `const T = (props) => <p {...props}>{props["data-x"]}</p>; <T data-x="VALUE" />`,
  `<svg><a data-x="VALUE"><path /></a></svg>`,
  `<input data-x={"VALUE"} {...{ "data-x": "VALUE" }} />`,
];

describe("a forged program that is mounted", () => {
  it.each(hostile)("writes nothing more by an attribute that is named %s", async (name) => {
    for (const form of forms) {
      const program = JSON.stringify(compileCard(form).template.program)
        .replaceAll('"data-x"', JSON.stringify(name))
        .replaceAll('"VALUE"', JSON.stringify(`javascript:${code}`));
      try {
        loadTemplate(JSON.parse(program));
      } catch (error) {
        // Refused as a whole: by the schema, with a TypeError.
        expect(error).toBeInstanceOf(TypeError);
        continue;
      }
      expectHarmless(
        await playLive({ id: name, program, acts: ["click", "events", "update"], data: `{"customer":{"name":"javascript:${code}"}}` }),
      );
    }
  });
});

describe("HTML that no server of ours wrote", () => {
  afterEach(() => document.body.replaceChildren());

  const take = (source: string, html: string) => {
    const root = document.createElement("div");
    document.body.append(root);
    root.innerHTML = html;
    const codes: string[] = [];
    const bag = createContext({ resource: "customer", customer: { name: "Ada" } });
    const card = hydrate(compileCard(source).template, bag, root, { onDiagnostic: ({ code: found }) => codes.push(found) });
    const shown = root.innerHTML;
    card.unmount();
    return { codes, shown, left: root.innerHTML };
  };

  it.each([
    [`<p>Ada</p>`, `<p onclick="${code}">Ada</p>`],
    [`<p>Ada</p>`, `<p>Ada<script>${code}</script></p>`],
    [`<p>Ada</p>`, `<p>Ada</p><iframe srcdoc="x"></iframe>`],
    [`<p>Ada</p>`, `<p>Eve</p>`],
    [`<a href="https://a.example/">x</a>`, `<a href="javascript:${code}">x</a>`],
    [`<a href="https://a.example/">x</a>`, `<a href="https://a.example/" target="_blank">x</a>`],
    [`<p style={{ color: "red" }}>x</p>`, `<p style="color: red; position: fixed">x</p>`],
    [`<form><input name="a" /></form>`, `<form action="https://evil.example/"><input name="kv-a"></form>`],
    [`<div><p>x</p></div>`, `<div><!-- c --><p>x</p></div>`],
    [`<p id="a">x</p>`, `<p id="host">x</p>`],
  ])("for %s is reported and rendered anew: %s", (source, html) => {
    const { codes, shown, left } = take(source, html);
    expect(codes).toEqual(["run/mismatch"]);
    expect(findUnsafe(shown)).toEqual([]);
    expect(shown).not.toMatch(/__kv_pwned|evil|Eve/);
    expect(left).toBe("");
  });

  it("keeps no address with a namespace", () => {
    const { shown } = take(
      `<svg><a><path d="M0 0" /></a></svg>`,
      `<svg><a xlink:href="javascript:${code}"><path d="M0 0"></path></a></svg>`,
    );
    expect(shown).not.toContain("javascript:");
  });

  it("takes over what is right", () => {
    expect(take(`<p id="a">{customer.name}</p>`, `<p id="kv-a">Ada</p>`).codes).toEqual([]);
  });
});
