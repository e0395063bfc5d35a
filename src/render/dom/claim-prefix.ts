/** Prefixes in use on a page, with how many cards use each. */
interface Claims {
  readonly used: Map<string, number>;
  last: number;
}

// On the document, not in a module: several copies of kview may have cards on one page.
const key = Symbol.for("kview.prefixes");

/** A prefix for the ids and names of one card. */
export interface Claim {
  readonly prefix: string;
  /** Gives it back when the card goes. */
  release(): void;
}

/**
 * Claims the prefix of a card's ids and names. What the host wants it gets; where it does not say, the card gets one that no other card
 * of the page has: two cards with one prefix would share their radio buttons.
 */
export function claimPrefix(document: Document, wanted: string | undefined, usual: string): Claim {
  const page = document as Document & { [key]?: Claims };
  if (page[key] === undefined) Object.defineProperty(page, key, { value: { used: new Map(), last: 1 } satisfies Claims });
  const claims = page[key] as Claims;
  const prefix = wanted ?? findFree(claims, usual);
  claims.used.set(prefix, (claims.used.get(prefix) ?? 0) + 1);
  let held = true;
  return {
    prefix,
    release: () => {
      if (!held) return;
      held = false;
      const left = (claims.used.get(prefix) ?? 1) - 1;
      if (left > 0) claims.used.set(prefix, left);
      else claims.used.delete(prefix);
      if (claims.used.size === 0) claims.last = 1;
    },
  };
}

function findFree(claims: Claims, usual: string): string {
  let prefix = usual;
  while (claims.used.has(prefix)) prefix = `${usual}${++claims.last}`;
  return prefix;
}
