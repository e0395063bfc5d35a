/** An element of a drawing, as far as it refers to others and is referred to. */
export interface Drawn<Node> {
  readonly tag: string;
  readonly id: string | undefined;
  /** The attributes by which it refers to something. */
  readonly references: readonly Reference[];
  readonly children: readonly Node[];
}

export interface Reference {
  readonly attribute: string;
  /** As it was judged: `#name`, `url(#name)`. */
  readonly value: string;
}

/**
 * Bounds of what the drawings of one card repeat. Each `<use>` stands for a copy of what it names, and copies within are copied again: six
 * groups of ten are a million elements, from a kilobyte. Masks, patterns and their like are painted once for each reference, in layers.
 */
export const repeatLimits = Object.freeze({
  /** Elements that references stand for, beyond those that are written. */
  elements: 20_000,
  /** References in what is referred to. */
  depth: 5,
});

const paint = /^(?:pattern|linearGradient|radialGradient)$/;
const marker = /^marker$/;

// What may be meant, by attribute. The name of something else is no reference, and nothing is shown for it.
const targets: ReadonlyMap<string, RegExp> = new Map([
  ["href", /^/],
  ["mask", /^mask$/],
  ["clip-path", /^clipPath$/],
  ["filter", /^filter$/],
  ["fill", paint],
  ["stroke", paint],
  ["marker", marker],
  ["marker-start", marker],
  ["marker-mid", marker],
  ["marker-end", marker],
]);

// In links and pictures `href` is an address.
const addressed: ReadonlySet<string> = new Set(["a", "image"]);

const named = /^(?:url\(\s*["']?)?#([^"')]+)/;

/** Tells whether a judged value refers to something in the card. */
export function isReference(value: string): boolean {
  return value.startsWith("#") || value.includes("url(");
}

/** Reads the references of an element off its attributes. */
export function readReferences(tag: string, read: (attribute: string) => string | null | undefined): readonly Reference[] {
  const found: Reference[] = [];
  for (const attribute of targets.keys()) {
    const value = attribute === "href" && addressed.has(tag) ? undefined : read(attribute);
    if (typeof value === "string" && isReference(value)) found.push({ attribute, value });
  }
  return found;
}

interface Weighed<Node> {
  readonly children: readonly Node[];
  /** What it refers to. */
  readonly meant: readonly Node[];
  isOpen: boolean;
  weight: number;
  depth: number;
}

/**
 * Finds what drawings repeat beyond `repeatLimits`: too many elements, too many layers, or something that stands in itself; `undefined` for
 * what may be shown. Linear in the elements, without recursion.
 *
 * @param drawings The outermost elements of the drawings of one card.
 */
export function findRepeatFault<Node>(drawings: readonly Node[], read: (node: Node) => Drawn<Node>): string | undefined {
  const all = new Map<Node, Drawn<Node>>();
  const ids = new Map<string, Node>();
  for (const open = [...drawings].reverse(); open.length > 0; ) {
    const node = open.pop() as Node;
    const drawn = read(node);
    all.set(node, drawn);
    // Of several with one name the first is meant, as in the page.
    if (drawn.id !== undefined && !ids.has(drawn.id)) ids.set(drawn.id, node);
    for (let i = drawn.children.length - 1; i >= 0; i--) open.push(drawn.children[i] as Node);
  }
  const weighed = new Map<Node, Weighed<Node>>();
  for (const open = [...drawings]; open.length > 0; ) {
    const node = open.at(-1) as Node;
    const known = weighed.get(node);
    if (known === undefined) {
      const { children, references } = all.get(node) as Drawn<Node>;
      const meant = references.flatMap((reference) => findMeant(reference, ids, all));
      weighed.set(node, { children, meant, isOpen: true, weight: 1, depth: 0 });
      for (const next of [...children, ...meant]) {
        const other = weighed.get(next);
        if (other?.isOpen === true) return "a drawing refers to what it stands in";
        if (other === undefined) open.push(next);
      }
      continue;
    }
    open.pop();
    if (!known.isOpen) continue;
    known.isOpen = false;
    for (const child of known.children) add(known, weighed.get(child) as Weighed<Node>, 0);
    for (const other of known.meant) add(known, weighed.get(other) as Weighed<Node>, 1);
    if (known.depth > repeatLimits.depth) return `references in drawings nest deeper than ${repeatLimits.depth}`;
  }
  const shown = drawings.reduce((sum, drawing) => sum + (weighed.get(drawing) as Weighed<Node>).weight, 0);
  return shown - all.size > repeatLimits.elements
    ? `references in drawings stand for more than ${repeatLimits.elements} elements`
    : undefined;
}

function add<Node>(to: Weighed<Node>, from: Weighed<Node>, layer: number): void {
  to.weight = Math.min(to.weight + from.weight, 2 ** 40);
  to.depth = Math.max(to.depth, from.depth + layer);
}

function findMeant<Node>(
  { attribute, value }: Reference,
  ids: ReadonlyMap<string, Node>,
  all: ReadonlyMap<Node, Drawn<Node>>,
): readonly Node[] {
  const name = named.exec(value)?.[1];
  const found = name === undefined ? undefined : ids.get(name);
  return found !== undefined && targets.get(attribute)?.test((all.get(found) as Drawn<Node>).tag) === true ? [found] : [];
}
