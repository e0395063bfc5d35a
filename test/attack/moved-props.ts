import { type Component, standardComponents } from "../../src/components.ts";
import { compileCard } from "../support/card.ts";
import { expectHarmless } from "./moved-card.ts";

/** A prop of a component, and a card that shows a list of values in it: alone, and beside harmless values of all other props. */
export interface PropCard {
  readonly name: string;
  readonly prop: string;
  readonly template: ReturnType<typeof compileCard>["template"];
}

/** Cards for every prop of every component that templates have without being given any. */
export const propCards: readonly PropCard[] = standardComponents.flatMap((component) =>
  [...new Set([...component.propNames, "children", "title", "id"])].map((prop) => ({
    name: component.name,
    prop,
    template: toCard(component, prop),
  })),
);

function toCard({ name, propNames }: Component, prop: string) {
  const others = Object.fromEntries(propNames.filter((one) => one !== prop).map((one) => [one, "Ada"]));
  return compileCard(`
    const others = ${JSON.stringify(others)};
    <div>
      {customer.values.map((value, i) => (
        <section key={i}>
          <${name} {...{ [${JSON.stringify(prop)}]: value }} />
          <${name} {...others} {...{ [${JSON.stringify(prop)}]: value }}>{value}</${name}>
        </section>
      ))}
    </div>`).template;
}

/**
 * A live text field holds no line breaks, and half characters, NUL and ESC, which no HTML holds; happy-dom looks for a group of radio
 * buttons by a selector that takes its name as it is.
 */
function unquote(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/\\(?:["\\nr]|u0000|u001b|ud[89a-f]..)/g, "'"));
}

/** Shows values in a prop: texts in one card, which stands; others one by one, since no child is a record. */
export async function expectValues(place: string, template: PropCard["template"], given: readonly unknown[]): Promise<void> {
  const values = /^(Tabs|CreateFormRow) /.test(place) ? given.map(unquote) : given;
  const texts = values.every((value) => typeof value === "string");
  for (const list of texts ? [values] : values.map((value) => [value])) {
    await expectHarmless(template, { resource: "customer", customer: { values: list } }, !texts).catch((error) => {
      throw new Error(`${place}: ${error}`, { cause: error });
    });
  }
}
