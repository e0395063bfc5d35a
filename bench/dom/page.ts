import { shuffle } from "../interleave.ts";
import { createOrder, type OrderData } from "../order-data.ts";
import { type Measurement, median } from "../statistics.ts";
import type { EngineName, Kind, MountedList, MountList } from "./engine.ts";
import { createOwn } from "./own.ts";
import { createPreact } from "./preact.ts";
import { createReact } from "./react.ts";
import { createVanilla } from "./vanilla.ts";

// Runs in the page: lists of cards by several engines, in turns.

/** What the page is asked for. */
export interface DomTask {
  readonly kind: Kind;
  readonly engines: readonly EngineName[];
  /** Our program, as JSON. */
  readonly program: string;
  /** Cards of a list, and of a long one. */
  readonly count: number;
  readonly many: number;
  /** Rounds that are not counted, and those of long lists. */
  readonly warmups: number;
  readonly longRounds: number;
  /** Milliseconds that are counted: as many rounds as fit, but no fewer than `least`. */
  readonly span: number;
  readonly least: number;
}

/** A bench of one page. */
export interface DomBench {
  /** Shows three cards, presses their buttons where they have any; gives the HTML, before and after. */
  show(task: DomTask, engine: EngineName): Promise<readonly string[]>;
  /** Times the engines in turns; microseconds a card by `<engine> <operation>`. */
  measure(task: DomTask): Promise<Measurement>;
  /** Mounts a list and leaves it there. */
  hold(task: DomTask, engine: EngineName): Promise<void>;
  /** Takes it down. */
  release(): void;
}

const create: Readonly<Record<EngineName, (task: DomTask) => MountList>> = {
  vanilla: ({ kind }) => createVanilla(kind),
  kview: ({ program }) => createOwn(program),
  preact: ({ kind }) => createPreact(kind, true),
  "preact-plain": ({ kind }) => createPreact(kind, false),
  react: ({ kind }) => createReact(kind),
};

/** Until what was put off has run. */
const settle = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });

/** A place that is never laid out: script alone is timed. */
function createPlace(): HTMLElement {
  const place = document.createElement("main");
  place.hidden = true;
  document.body.append(place);
  return place;
}

const toOrders = (count: number, from = 0) => Array.from({ length: count }, (_, n) => createOrder(from + n));

let held: { readonly list: MountedList; readonly place: HTMLElement } | undefined;

/** Times one list of an engine: mounted, updated ten times a tenth, made longer by as many, taken down. */
async function playRound(
  mountList: MountList,
  orders: readonly OrderData[],
  others: readonly OrderData[],
  tell: (what: string, time: number) => void,
) {
  const place = createPlace();
  const time = async (what: string, cards: number, run: () => void) => {
    const begin = performance.now();
    run();
    await settle();
    tell(what, ((performance.now() - begin) * 1_000) / cards);
  };
  let list: MountedList | undefined;
  await time("mount", orders.length, () => {
    list = mountList(place, orders);
  });
  const steps = Array.from({ length: 10 }, (_, step) => orders.map((order, n) => (n % 10 <= step ? (others[n] as OrderData) : order)));
  await time("update", orders.length, () => {
    for (const step of steps) list?.update(step);
  });
  await time("append", orders.length, () => list?.update([...(steps[9] as readonly OrderData[]), ...orders]));
  if (place.children.length !== 2 * orders.length) throw new Error("not every card is there");
  await time("remove", 2 * orders.length, () => list?.remove());
  place.remove();
}

const bench: DomBench = {
  show: async (task, engine) => {
    const place = createPlace();
    const list = create[engine](task)(place, toOrders(3));
    const seen = [place.innerHTML];
    list.update([createOrder(0), createOrder(7), createOrder(2), createOrder(3)]);
    seen.push(place.innerHTML);
    for (const button of place.querySelectorAll("button")) button.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen.push(place.innerHTML);
    list.remove();
    place.remove();
    return seen;
  },
  measure: async (task) => {
    const samples: Record<string, number[]> = {};
    const [orders, others, many] = [toOrders(task.count), toOrders(task.count, task.count), toOrders(task.many)];
    const engines = task.engines.map((name) => {
      const mountList = create[name](task);
      // Bags are made ahead.
      if ("prepare" in mountList) (mountList as ReturnType<typeof createOwn>).prepare([...orders, ...others, ...many]);
      return [name, mountList] as const;
    });
    const playRounds = async (counted: boolean) => {
      for (const [name, mountList] of shuffle([...engines]))
        await playRound(mountList, orders, others, (what, time) => {
          if (counted) (samples[`${name} ${what}`] ??= []).push(time);
        });
    };
    for (let round = 0; round < task.warmups; round++) await playRounds(false);
    const end = performance.now() + task.span;
    for (let round = 0; round < task.least || performance.now() < end; round++) await playRounds(true);
    for (let round = 0; round < task.longRounds; round++)
      for (const [name, mountList] of shuffle([...engines])) {
        const place = createPlace();
        const begin = performance.now();
        const list = mountList(place, many);
        await settle();
        (samples[`${name} mount many`] ??= []).push(((performance.now() - begin) * 1_000) / many.length);
        list.remove();
        place.remove();
      }
    return Object.fromEntries(Object.entries(samples).map(([key, values]) => [key, median(values)]));
  },
  hold: async (task, engine) => {
    const place = createPlace();
    held = { list: create[engine](task)(place, toOrders(task.count)), place };
    await settle();
  },
  release: () => {
    held?.list.remove();
    held?.place.remove();
    held = undefined;
  },
};

(globalThis as unknown as { domBench: DomBench }).domBench = bench;
