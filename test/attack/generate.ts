/** Sources too large to be stored: `gen` of an attack case (what each kind means stands in `fixtures/attack/README.md`). */
const kinds: ReadonlyMap<string, (n: number) => string> = new Map<string, (n: number) => string>([
  ["nest", (n) => "<a>".repeat(n) + "</a>".repeat(n)],
  ["paren", (n) => inParagraph(`${"(".repeat(n)}1${")".repeat(n)}`)],
  ["array", (n) => inParagraph("[".repeat(n) + "]".repeat(n))],
  ["unary", (n) => inParagraph(`${"!".repeat(n)}1`)],
  ["member", (n) => inParagraph(`customer${".a".repeat(n)}`)],
  ["binary", (n) => inParagraph(`1${"+1".repeat(n)}`)],
  ["ternary", (n) => inParagraph(`${"0?1:".repeat(n)}1`)],
  ["arrow", (n) => inParagraph(`${"()=>".repeat(n)}1`)],
  ["template", (n) => inParagraph(`${"`${".repeat(n)}1${"}`".repeat(n)}`)],
  ["bytes", (n) => `<p>${"a".repeat(n)}</p>`],
  ["attrs", (n) => `<p ${count(n, (i) => `data-a${i}="1"`).join(" ")}/>`],
  ["siblings", (n) => `<div>${"<i/>".repeat(n)}</div>`],
  ["idents", (n) => inParagraph(`(()=>{${count(n, (i) => `const v${i}=${i};`).join("")}return v0})()`)],
  ["optcall", (n) => inParagraph(`customer${"?.a?.()".repeat(n)}`)],
  ["regexlit", (n) => inParagraph(`/${"a?".repeat(n)}/.test("b")`)],
  ["comments", (n) => `<p>${"{/**/}".repeat(n)}</p>`],
  ["misspelt", (n) => "try { a() } catch (e) { b(e) }".repeat(n)],
  ["nul", () => '\ufeff<p>{"a\0b"}\0</p>'],
]);

const inParagraph = (expression: string) => `<p>{${expression}}</p>`;
const count = (n: number, each: (i: number) => string) => Array.from({ length: n }, (_, i) => each(i));

export const generatedKinds: readonly string[] = [...kinds.keys()];

export function generateSource(kind: string, n: number): string {
  const make = kinds.get(kind);
  if (make === undefined) throw new Error(`no generator for ${kind}`);
  return make(n);
}

/** What a trusted but careless host could hand over: `dataGen` of an attack case. */
export function generateData(kind: string): unknown {
  const [name, size] = kind.split(":");
  const customer: Record<string, unknown> = { name: "Ada", a: "plain" };
  switch (name) {
    case "deep": {
      let inner: unknown = "end";
      for (let i = 0; i < Number(size); i++) inner = { a: inner };
      customer.deep = inner;
      break;
    }
    case "cycle":
      customer.self = customer;
      break;
    case "getter":
      Object.defineProperty(customer, "name", {
        enumerable: true,
        get: () => ((globalThis as { __kv_pwned?: unknown }).__kv_pwned = "getter"),
      });
      break;
    case "function":
      customer.name = () => ((globalThis as { __kv_pwned?: unknown }).__kv_pwned = "function");
      break;
    case "polluted-prototype":
      break;
    default:
      throw new Error(`no data generator for ${kind}`);
  }
  return { customer };
}

/** Keys that frameworks look up without asking whether they are their own. */
const pollution: Readonly<Record<string, unknown>> = {
  onerror: "globalThis.__kv_pwned=1",
  onclick: "globalThis.__kv_pwned=1",
  dangerouslySetInnerHTML: { __html: "<img src=x onerror=globalThis.__kv_pwned=1>" },
  __html: "<img src=x onerror=globalThis.__kv_pwned=1>",
  is: "x-evil",
  ref: { current: null },
  key: "polluted",
  title: "polluted",
  className: "polluted",
  style: { color: "polluted" },
  children: "polluted",
  href: "javascript:globalThis.__kv_pwned=1",
  polluted: "polluted",
  // Beyond the ends of arrays and texts.
  "-1": "polluted",
  "0.5": "polluted",
  77: "polluted",
};

/** Runs with an `Object.prototype` that other code of the page has polluted, and cleans it up. */
export function withPollutedPrototype<T>(run: () => T): T {
  const target = Object.prototype as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(pollution)) {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  }
  try {
    return run();
  } finally {
    for (const key of Object.keys(pollution)) delete target[key];
  }
}
