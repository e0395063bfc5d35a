import { useEffect, useRef, useState } from "preact/hooks";
import type { Found, SearchQuery } from "../../../runtime/host.ts";
import type { LeafCard } from "../leaf-card.ts";

/** Found things that are looked at: nobody reads on further than that. */
const most = 200;

/** What has come of a search. */
export interface Outcome {
  readonly state: "searching" | "found" | "failed";
  /** What was found for `text`; while the next answer is awaited, for the text before it. */
  readonly text: string;
  readonly found: readonly Found[];
}

/** Has the host look for a text. One question is under way at a time: of what is typed in between, the last counts. */
export function useSearch(card: LeafCard, target: Omit<SearchQuery, "text" | "signal">, text: string): Outcome {
  const [outcome, setOutcome] = useState<Outcome>({ state: "searching", text, found: [] });
  const current = useRef({ text, card });
  current.current = { text, card };
  const open = useRef(true);
  const running = useRef(false);
  const end = useRef(new AbortController());

  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    for (let asked: string | undefined; open.current && asked !== current.current.text; ) {
      asked = current.current.text;
      const looked = asked;
      const { card: live } = current.current;
      setOutcome((before) => ({ ...before, state: "searching" }));
      const next = await live
        .ask((signal) => live.host.search?.({ ...target, text: looked, signal }), end.current.signal)
        .then(
          (answer): Outcome => ({ state: "found", text: looked, found: readFound(answer) }),
          (): Outcome => ({ state: "failed", text: looked, found: [] }),
        );
      if (open.current && asked === current.current.text) setOutcome(next);
    }
    running.current = false;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each text that is typed.
  useEffect(() => void run(), [text]);
  useEffect(
    () => () => {
      open.current = false;
      end.current.abort();
    },
    [],
  );
  return outcome;
}

/** Takes what is of the promised form. */
function readFound(answer: unknown): readonly Found[] {
  if (!Array.isArray(answer)) return [];
  return (answer as readonly Partial<Found>[])
    .slice(0, most)
    .flatMap((one) => (typeof one?.id === "string" && typeof one.name === "string" ? [{ id: one.id, name: one.name }] : []));
}
