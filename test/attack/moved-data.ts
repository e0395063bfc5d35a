import { expect } from "vitest";
import { expectHarmless } from "./moved-card.ts";
import { createProbe, snapshotPrototypes } from "./oracles.ts";
import { shown } from "./shown-data.ts";

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
