import { h } from "preact";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createRegistry, defineComponent } from "../../src/components.ts";
import { createContext } from "../../src/context.ts";
import { renderToString } from "../../src/html.ts";
import { compile } from "../../src/index.ts";

const bag = createContext({ resource: "customer", customer: { name: "Ada & Co", custom: { tierStr: "gold", listObj: [1, 2] } } });

function render(source: string, ...components: Parameters<typeof createRegistry>[0][]) {
  const result = compile(source, { registry: createRegistry(components.flatMap((list) => [...(list ?? [])])) });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return renderToString(result.template, bag);
}

describe("components of a host, in the language", () => {
  const badge = defineComponent({
    name: "Badge",
    props: z.looseObject({ text: z.optional(z.string()), big: z.optional(z.boolean()) }),
    template: `<b className={big ? "badge badge-big" : "badge"}>{text}{children}</b>`,
  });

  it("are used as tags, with props, children and spreads", () => {
    expect(render("<Badge text={customer.name} big/>", [badge])).toBe('<b class="badge badge-big">Ada &amp; Co</b>');
    expect(render("<Badge><i>x</i></Badge>", [badge])).toBe('<b class="badge"><i>x</i></b>');
    expect(render('<Badge {...{ text: "y" }}/>', [badge])).toBe('<b class="badge">y</b>');
  });

  it("replace components of the platform, and use them", () => {
    const pill = defineComponent({ name: "Pill", props: z.looseObject({}), template: "<i>{children}</i>" });
    const frame = defineComponent({ name: "Acme.Frame", props: z.looseObject({}), template: "<Segment><Pill>{children}</Pill></Segment>" });
    expect(render("<Pill>x</Pill>", [pill])).toBe("<i>x</i>");
    expect(render("<Acme.Frame>x</Acme.Frame>", [frame])).toBe('<div class="kv-segment"><span class="kv-pill">x</span></div>');
  });

  it("see the helpers, and nothing of the view that uses them", () => {
    const peek = defineComponent({
      name: "Peek",
      props: z.looseObject({ at: z.optional(z.unknown()) }),
      template: '<p>{typeof secret} {kview.format(at, "soldAt")}</p>',
    });
    expect(render('const secret = 1; <Peek at="2026-10-02"/>', [peek])).toBe("<p>undefined Oct 2, 2026</p>");
  });
});

describe("components of a host, native", () => {
  const seen: unknown[] = [];
  const meter = defineComponent({
    name: "Meter",
    props: z.looseObject({ value: z.optional(z.unknown()), onChange: z.optional(z.unknown()) }),
    html: (props, { children, locale, timeZone, now, idPrefix }) => {
      seen.push(props, { locale, timeZone, now, idPrefix });
      return `<meter>${children}</meter>`;
    },
    dom: (props: { children?: never }) => h("meter", null, props.children),
  });

  it("write finished HTML from plain copies of their props", () => {
    seen.length = 0;
    const html = render("<div><Meter value={customer.custom.listObj} onChange={() => 1}><b>{customer.name}</b></Meter></div>", [meter]);
    expect(html).toBe("<div><meter><b>Ada &amp; Co</b></meter></div>");
    const [props, context] = seen as [Record<string, unknown>, Record<string, unknown>];
    expect(props.value).toEqual([1, 2]);
    expect(props.onChange).toBeUndefined();
    (props.value as number[]).push(3);
    expect((bag.names.customer as { custom: { listObj: unknown } }).custom.listObj).toEqual([1, 2]);
    expect(context).toMatchObject({ locale: "en-US", timeZone: "UTC", idPrefix: "kv" });
    expect(typeof context.now).toBe("number");
  });
});
