import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { renderToString } from "../../src/html.ts";
import { type Bag, type ContextInput, compile, createContext } from "../../src/index.ts";
import { evaluateModule } from "../../src/module.ts";
import type { Render } from "../consume.ts";
import { inputs, type WorkName } from "../works.ts";

/** Makes a template ready to render. */
type Load = (source: string) => (bag: Bag) => string;

/** How the engines of `kview` get from a template to HTML. */
export const loaders = {
  closures: (source) => {
    const result = compile(source);
    if (!result.ok) throw new Error("a card of the benchmark does not compile");
    const { template } = result;
    return (bag) => renderToString(template, bag);
  },
  module: (source) => {
    const result = compile(source);
    if (!result.ok) throw new Error("a card of the benchmark does not compile");
    const template = evaluateModule(result.template, (text) => runInThisContext(text));
    return (bag) => renderToString(template, bag);
  },
} as const satisfies Readonly<Record<string, Load>>;

export type OwnName = keyof typeof loaders;

/** Renders every work by one of them: templates loaded once, bags made ahead. */
export function createOwn(load: Load): Readonly<Record<WorkName, () => Render>> {
  const create = (work: WorkName) => () => {
    const loaded = new Map<string, (bag: Bag) => string>();
    const cards = inputs[work]().map(({ template, records }) => {
      const render = loaded.get(template) ?? load(readFileSync(template, "utf8"));
      loaded.set(template, render);
      return { render, bag: createContext({ resource: "kobject.card", ...(records as Partial<ContextInput>) }) };
    });
    return (n: number) => {
      const { render, bag } = cards[n % cards.length] as (typeof cards)[number];
      return render(bag);
    };
  };
  return { order: create("order"), timeline: create("timeline"), stateful: create("stateful"), largest: create("largest") };
}
