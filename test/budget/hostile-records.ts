import type { TimelineItem } from "../../src/html.ts";

/** What a hostile record does: with a template of its own, or with data in a harmless one. */
interface Hostility {
  readonly template?: string;
  readonly custom?: () => Record<string, unknown>;
}

const shown =
  "<section><h4>{kobject.title}</h4><p>{kobject.custom.bodyTxt}</p>{kobject.custom.linesList.map((line) => <li>{line}</li>)}</section>";

function cycle(): Record<string, unknown> {
  const custom: Record<string, unknown> = { bodyTxt: "a", linesList: [] };
  custom.self = custom;
  return custom;
}

/** One of each kind; they take turns. */
export const hostilities: readonly Hostility[] = [
  { template: "for (;;);" },
  { template: "try { for (;;); } catch (e) {} finally { <p>PWNED</p> }" },
  { template: "throw new Error('x'.repeat(100000))" },
  { template: "null.x" },
  { template: "const f = () => f(); f()" },
  { template: "'x'.repeat(1e9)" },
  { template: "let s = 'x'; for (;;) s += s;" },
  { template: "let t = [1]; for (let i = 0; i < 99; i++) t = [t, t]; <p>{t}</p>" },
  { template: "const a = []; for (;;) a.push({}, {}, {});" },
  { template: "const f = () => Promise.resolve().then(f); f(); <p>a</p>" },
  { template: "/(a+)+b/.test('a'.repeat(100000)); for (;;) JSON.parse('[{}]');" },
  { template: "kobject.title = 'PWNED'; customer = 1; String.prototype.x = 1; <p>{kobject.title}</p>" },
  { template: "function* g() { try { yield 1; } finally { for (;;); } } for (const x of g()) break;" },
  { custom: cycle },
  { custom: () => ({ bodyTxt: "x".repeat(3_000_000), linesList: [] }) },
  {
    custom: () =>
      Object.defineProperty({ linesList: [] }, "bodyTxt", {
        enumerable: true,
        get: () => {
          throw new Error("PWNED");
        },
      }),
  },
  { custom: () => JSON.parse('{"__proto__":{"polluted":"own"},"constructor":{"prototype":{"x":1}},"bodyTxt":{},"linesList":{"map":1}}') },
  { custom: () => ({ bodyTxt: () => "PWNED", linesList: [Symbol.iterator] }) },
  { custom: () => ({ bodyTxt: "<script>own</script>", linesList: Array(20_000).fill("<img src=x onerror=own>") }) },
  {
    custom: () => ({
      bodyTxt: "a",
      linesList: Array(60)
        .fill(0)
        .reduce((deep) => [deep, deep], "x"),
    }),
  },
];

/** Definitions of the views: the harmless one, and one for each hostile template. */
export const hostileViews = [
  { name: "acme.note", resource: "kobject.note", context: "expanded-timeline", template: shown } as const,
  ...hostilities.map(
    ({ template = shown }, i) =>
      ({ name: `acme.evil-${i}`, resource: `kobject.evil-${i}`, context: "expanded-timeline", template }) as const,
  ),
];

/** Items of a timeline. Every tenth is hostile, or in their place a harmless one of another kind. */
export function createItems(count: number, hostile: boolean): readonly TimelineItem[] {
  return Array.from({ length: count }, (_, n) => {
    const evil = n % 10 === 3 ? Math.floor(n / 10) % hostilities.length : undefined;
    const plain = { bodyTxt: `Body ${n} & <more>`, linesList: [`a${n}`, `b${n}`] };
    const custom = evil !== undefined && hostile ? (hostilities[evil]?.custom?.() ?? plain) : plain;
    const resource = evil !== undefined && hostile ? `kobject.evil-${evil}` : "kobject.note";
    return { id: `i${n}`, resource, at: Date.UTC(2026, 9, 14) - n * 3_600_000, records: { kobject: { title: `Note ${n}`, custom } } };
  });
}

/** Tells whether the item of a number is one of the hostile ones. */
export const isHostile = (n: number) => n % 10 === 3;
