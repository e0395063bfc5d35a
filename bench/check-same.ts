import { toCanonical } from "../test/support/canonical.ts";
import type { Render } from "./consume.ts";

/** Cards that engines are compared on before they are timed. */
const compared = 200;

/** Fragments have the card's prefix with us, which no other engine knows. */
const withoutPrefix = (html: string) => html.replaceAll('href="#kv-', 'href="#');

/** Throws where two engines give cards that a browser would tell apart. */
export function checkSame(what: string, renders: ReadonlyMap<string, Render>, count = compared): void {
  const [first, ...others] = [...renders];
  if (first === undefined) return;
  for (let n = 0; n < count; n++) {
    const expected = toCanonical(withoutPrefix(first[1](n))).split("\n");
    for (const [name, render] of others) {
      const found = toCanonical(withoutPrefix(render(n))).split("\n");
      const line = Array.from({ length: Math.max(expected.length, found.length) }).findIndex((_, i) => expected[i] !== found[i]);
      if (line >= 0)
        throw new Error(`${what}, card ${n}, line ${line}: ${first[0]} gives ${expected[line]?.trim()}, ${name} ${found[line]?.trim()}`);
    }
  }
}
