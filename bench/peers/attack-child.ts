import { generateData, generateSource, withPollutedPrototype } from "../../test/attack/generate.ts";
import { readShared, sharedObjects } from "../../test/attack/shared-objects.ts";
import { naivePreact } from "./naive-preact.ts";
import { own } from "./own.ts";
import type { Peer } from "./peer.ts";
import { createReactJsxParser } from "./react-jsx-parser.ts";

/** A case as its process gets it. */
export interface Attempt {
  readonly template: string;
  readonly gen?: { readonly kind: string; readonly n: number } | undefined;
  readonly data?: string | undefined;
  readonly dataGen?: string | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
}

/** What came of it, as its process sees it. */
export interface Answer {
  readonly html?: string;
  /** What it was refused with. */
  readonly refused?: string;
  /** What the code of the template set, where it ran outside. */
  readonly ran?: string;
  /** What of the process, or the record, is otherwise than before. */
  readonly changed: readonly string[];
}

export const peers: Readonly<Record<string, () => Peer>> = {
  kview: () => own,
  "react-jsx-parser": createReactJsxParser,
  "naive Preact": () => naivePreact,
};

const marker = globalThis as { __kv_pwned?: unknown };

/** Answers attempts, one after the other, as long as this process lives. */
export function serveAttempts(name: string): void {
  const peer = peers[name]?.();
  if (peer === undefined) throw new Error(`there is no peer ${name}`);
  // React and lodash have much to say about hostile cards.
  for (const method of ["error", "warn", "log", "info", "debug"] as const) console[method] = () => undefined;
  process.on("message", (attempt: Attempt) => {
    void answer(peer, attempt).then((found) => process.send?.(found));
  });
  process.send?.("ready");
}

async function answer(peer: Peer, { template, gen, data, dataGen, options }: Attempt): Promise<Answer> {
  const source = gen === undefined ? template : generateSource(gen.kind, gen.n);
  const input = (dataGen === undefined ? JSON.parse(data ?? "{}") : generateData(dataGen)) as Record<string, unknown>;
  const before = [readShared(sharedObjects), new Set(Object.getOwnPropertyNames(globalThis)), print(input)] as const;
  const render = () => attempt(() => peer.render(source, input, options));
  const outcome = dataGen === "polluted-prototype" ? withPollutedPrototype(render) : render();
  // A task of its own: what was left behind has run by then.
  await new Promise((resolve) => setTimeout(resolve));
  const ran = marker.__kv_pwned;
  delete marker.__kv_pwned;
  return { ...outcome, ...(ran === undefined ? {} : { ran: typeof ran }), changed: findChanges(before, input) };
}

function attempt(render: () => string): Pick<Answer, "html" | "refused"> {
  try {
    return { html: render() };
  } catch (error) {
    return { refused: error instanceof Error ? error.name : typeof error };
  }
}

function findChanges(
  [shared, names, record]: readonly [ReadonlyMap<string, unknown>, ReadonlySet<string>, string | undefined],
  input: unknown,
): readonly string[] {
  const after = readShared(sharedObjects);
  const keys = new Set([...shared.keys(), ...after.keys()]);
  return [
    ...[...keys].filter((key) => !Object.is(shared.get(key), after.get(key))),
    ...Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name) && name !== "__kv_pwned"),
    ...(print(input) === record ? [] : ["the record"]),
  ];
}

/** The record as text; `undefined` where it is none that JSON holds. */
function print(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}
