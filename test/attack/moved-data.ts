import { expect } from "vitest";
import { compileCard } from "../support/card.ts";
import { expectHarmless } from "./moved-card.ts";
import { createProbe, snapshotPrototypes } from "./oracles.ts";

/** Ways in which templates show what a record holds. */
export const shown = compileCard(`
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

/** Shows texts as what a customer, a message and a record of a klass hold. No other card sees anything of it. */
export async function expectInRecords(texts: readonly string[]): Promise<void> {
  const probe = createProbe();
  const before = probe();
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
  expect(probe()).toBe(before);
}
