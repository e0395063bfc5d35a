import { deserialize } from "node:v8";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { icons } from "../../src/icons.ts";
import { compile, createKlasses, createRegistry, defineComponent, loadTemplate, type Template } from "../../src/index.ts";
import { Assets } from "../../src/pool/asset.ts";
import type { PoolCard } from "../../src/pool/card.ts";
import { fromKlassesData, type KlassesData } from "../../src/pool/klasses-data.ts";
import { Packer, type Parcel } from "../../src/pool/pack-card.ts";
import type { PoolResult } from "../../src/pool/result.ts";

function toTemplate(source: string, options: Parameters<typeof compile>[1] = {}): Template {
  const result = compile(source, options);
  if (!result.ok) throw new Error("the test's template does not compile");
  return result.template;
}

const template = toTemplate("<p>{customer.name}</p>");
const data = { resource: "customer", customer: { name: "Ada" } };
const packer = new Packer(new Assets(), 10_000);
const packWrong = (card: unknown) => () => packer.pack(card as PoolCard);

function pack(card: PoolCard): Parcel {
  const parcel = packer.pack(card);
  if ("ok" in parcel) throw new Error(`refused: ${parcel.diagnostics[0]?.message}`);
  return parcel;
}

function refuse(card: unknown): Extract<PoolResult, { readonly ok: false }> {
  const refused = packer.pack(card as PoolCard);
  if (!("ok" in refused) || refused.ok) throw new Error("the card was taken");
  return refused;
}

describe("a card that is sent", () => {
  it("holds its data and options as they were when it was packed", () => {
    const customer: { name: string; notes: unknown } = { name: "Ada", notes: [undefined, Number.NaN, -0, new Date(0)] };
    const now = new Date(86_400_000);
    const { body } = pack({ template, data: { resource: "customer", customer }, options: { now, locale: "de-DE", limits: { fuel: 9 } } });
    customer.name = "changed";
    now.setTime(0);
    expect(deserialize(body)).toEqual([
      { resource: "customer", customer: { name: "Ada", notes: [undefined, Number.NaN, -0, "1970-01-01T00:00:00.000Z"] } },
      { now: new Date(86_400_000), locale: "de-DE", limits: { fuel: 9 } },
    ]);
  });

  it("shares its program with all cards of the same text", () => {
    const first = pack({ template, data });
    expect(pack({ template, data }).program).toBe(first.program);
    expect(pack({ template: toTemplate("<p>{customer.name}</p>"), data }).program.id).toBe(first.program.id);
    expect(pack({ template: toTemplate("<b>{customer.name}</b>"), data }).program.id).not.toBe(first.program.id);
    expect(JSON.parse(first.program.body.toString())).toEqual(JSON.parse(JSON.stringify(template.program)));
  });

  it("shares klasses, and sends none where the standard ones do", () => {
    const definitions = [{ name: "acme-order", icon: "cart", metadata: { properties: { totalNum: { displayName: "Total" } } } }];
    const klasses = createKlasses(definitions);
    expect(pack({ template, data }).klasses).toBeUndefined();
    const sent = pack({ template, data: { ...data, klasses } }).klasses;
    expect(pack({ template, data: { ...data, klasses } }).klasses).toBe(sent);
    expect(pack({ template, data: { ...data, klasses: definitions } }).klasses?.id).toBe(sent?.id);
    expect(deserialize(pack({ template, data: { ...data, klasses } }).body)).toEqual([data, {}]);

    const back = fromKlassesData(JSON.parse(sent?.body.toString() ?? "") as KlassesData);
    expect(back.all().map(({ resource, icon, color, attributes }) => ({ resource, icon, color, attributes }))).toEqual(
      klasses.all().map(({ resource, icon, color, attributes }) => ({ resource, icon, color, attributes })),
    );
    expect(back.displayName("acme-order", "totalNum")).toBe("Total");
    expect(back.type("kobject.other", "createdAt")).toBe(klasses.type("kobject.other", "createdAt"));
  });

  it("names icons that every process has, and sends others", () => {
    const stored = JSON.parse(JSON.stringify(template.program)) as unknown;
    expect(pack({ template, data }).icons).toBe("standard");
    expect(pack({ template: loadTemplate(stored, { icons }), data }).icons).toBe("standard");
    expect(pack({ template: loadTemplate(stored), data }).icons).toBeUndefined();
    const own = pack({ template: loadTemplate(stored, { icons: new Map([["dot", "M0,0H1V1Z"]]) }), data }).icons;
    expect(own).toMatchObject({ kind: "icons" });
    if (typeof own === "object") expect(JSON.parse(own.body.toString())).toEqual([["dot", "M0,0H1V1Z"]]);
  });
});

describe("the caller's mistakes", () => {
  const stars = defineComponent({ name: "Stars", props: z.looseObject({}), html: () => "<i></i>", dom: () => null });
  const native = toTemplate("<Stars />", { registry: createRegistry([stars]) });

  it.each<readonly [string, unknown, string]>([
    ["no card", undefined, "argument `card`"],
    ["an unknown key", { template, data, option: {} }, "unknown key of the card `option`; did you mean `options`?"],
    ["no template", { template: "<p />", data }, "`template`"],
    ["a stored program, not loaded", { template: template.program, data }, "`template`"],
    ["a component of the host", { template: native, data }, "`Stars`"],
    ["no data", { template }, "`data`"],
    ["data in a list", { template, data: [data] }, "`data`"],
    ["services", { template, data, options: { host: {} } }, "option `host`"],
    ["rules about addresses", { template, data, options: { policy: {} } }, "option `policy`"],
    ["a function to report to", { template, data, options: { onDiagnostic: () => {} } }, "option `onDiagnostic`"],
    ["an unknown option", { template, data, options: { them: "dark" } }, "unknown option `them`; did you mean `theme`?"],
    ["a locale that there is not", { template, data, options: { locale: "nowhere_at_all" } }, "option `locale`"],
    ["a target that there is not", { template, data, options: { target: "pdf" } }, "option `target`"],
    ["a limit below one", { template, data, options: { limits: { fuel: 0 } } }, "limit `fuel`"],
    ["klasses of the wrong shape", { template, data: { ...data, klasses: [{}] } }, "klasses[0].name"],
  ])("%s", (_, card, message) => {
    expect(packWrong(card)).toThrow(TypeError);
    expect(packWrong(card)).toThrow(message);
  });
});

describe("data that can't be sent", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  let deep: unknown = 1;
  for (let i = 0; i < 1_000; i++) deep = [deep];

  it.each<readonly [string, unknown, string]>([
    ["a function", { name: () => "Ada" }, "`customer.name`: expected plain data, found a function"],
    ["a symbol", [Symbol("x")], "`customer[0]`: expected plain data, found a symbol"],
    ["an instance", { at: new Map() }, "`customer.at`: expected plain data, found an instance of a class"],
    ["an object that contains itself", cyclic, "an object that contains itself"],
    ["too many levels", deep, "more than 200 levels"],
    ["too much of it", { name: "x".repeat(20_000) }, "and the pool takes 10000"],
  ])("is a failed card, not an error: %s", (_, customer, message) => {
    const refused = refuse({ template, data: { resource: "customer", customer } });
    expect(refused).toMatchObject({ ok: false, reason: "data", diagnostics: [{ code: "pool/data", severity: "error" }] });
    expect(refused.diagnostics[0]?.message).toContain(message);
    expect(refused.html).toMatch(/^<div class="kv-error" role="alert">/);
  });

  it("runs no accessor of the records", () => {
    let runs = 0;
    const customer = Object.defineProperty({}, "name", { enumerable: true, get: () => `${++runs}` });
    expect(refuse({ template, data: { resource: "customer", customer } }).diagnostics[0]?.message).toContain("found an accessor");
    expect(runs).toBe(0);
  });

  it("is said as text where the card is text", () => {
    const { html } = refuse({ template, data: { resource: "customer", customer: { name: () => 1 } }, options: { target: "text" } });
    expect(html).toBe("This card can't be shown\nthe card's data can't be taken: `customer.name`: expected plain data, found a function");
  });
});
