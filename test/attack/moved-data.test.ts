// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { parseTree, textOf } from "../support/canonical.ts";
import { compileCard } from "../support/card.ts";
import { hostileTexts } from "./hostile-values.ts";
import { expectHarmless, toChunks } from "./moved-card.ts";
import { createProbe, snapshotPrototypes } from "./oracles.ts";

/** Ways in which templates show what a record holds. */
const shown = compileCard(`
  <Segment>
    <header>{customer.name} {message.preview} {kobject.title}</header>
    {kobject.data.payload.map((value, i) => (
      <section key={i}>
        <p title={value} className={value} data-x={value} aria-label={value}>{value}</p>
        <a href={value}>{value}</a><img src={value} alt={value} /><input placeholder={value} /><textarea defaultValue={value} />
        <Field field="noteTxt" type="kobject.order" value={value} /><Field field={value} type="kobject.order" value={value} />
        <Row field="noteTxt" type="kobject.order" value={value} label={value} /><BasicRow label={value} value={value} />
        <div dangerouslySetInnerHTML={{ __html: value }} />
        <div style={{ color: value, width: value, fontFamily: value }}>{[value, [value]]}</div>
      </section>
    ))}
    {Object.entries(kobject.custom).map(([name, value]) => (
      <section key={name}><Field field={name} type="kobject.order" value={value} /><Row field={name} type="kobject.order" value={value} /></section>
    ))}
  </Segment>`).template;

/** Suffixes by which attributes are formatted. */
const suffixes = ["Str", "Txt", "Url", "Num", "At", "Bool", "Tree"];

const chunks = toChunks(hostileTexts, 20);

describe("hostile texts of the collection in data", () => {
  it("are many", () => {
    expect(hostileTexts.length).toBeGreaterThan(500);
  });

  it.each(chunks.map((texts, i) => ({ texts, name: `${i * 20}` })))("are harmless from $name on", async ({ texts }) => {
    const clean = createProbe();
    const before = clean();
    const expectUnchanged = snapshotPrototypes();
    const [first = ""] = texts;
    const custom = Object.fromEntries(texts.map((text, i) => [`a${i}Str`, text]));
    await expectHarmless(shown, {
      resource: "kobject.order",
      customer: { name: first, email: first },
      message: { preview: texts.at(-1), direction: first },
      kobject: { title: first, custom, data: { payload: texts } },
    });
    expectUnchanged();
    expect(clean()).toBe(before);
  });

  it.each(suffixes)("are harmless as attributes of suffix %s", async (suffix) => {
    // Each gets its share: what a suffix does to a text hardly depends on which it is.
    const share = hostileTexts.filter((_, i) => i % suffixes.length === suffixes.indexOf(suffix));
    for (const texts of toChunks(share, 60)) {
      const custom = Object.fromEntries(texts.map((text, i) => [`a${i}${suffix}`, text]));
      await expectHarmless(shown, { resource: "kobject.order", message: {}, customer: {}, kobject: { custom, data: { payload: [] } } });
    }
  });

  it("are shown as they are, where they are text", async () => {
    const { template } = compileCard("<div>{kobject.data.payload.map((value, i) => <p key={i}>{value}</p>)}</div>");
    const texts = hostileTexts.filter((text) => !/[\0\r]/.test(text) && !/\p{Surrogate}/u.test(text));
    const { html } = await expectHarmless(template, { resource: "kobject.order", kobject: { data: { payload: texts } } });
    expect(textOf(parseTree(html))).toBe(texts.join(""));
  });
});
