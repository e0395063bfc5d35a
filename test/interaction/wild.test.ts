// @vitest-environment happy-dom
import moment from "moment";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createContext } from "../../src/index.ts";
import type { Host } from "../../src/runtime/host.ts";
import type { TestHost } from "../../src/testing/create-test-host.ts";
import { compileCard, runString } from "../support/card.ts";
import { fixtureNow } from "../support/fixture-now.ts";
import { createOracleRealm } from "../support/oracle/realm.ts";
import { evaluateNaively } from "./evaluate-naively.ts";
import { createScriptedHost } from "./host-script.ts";
import { createKViewStage } from "./kview-stage.ts";
import { play } from "./play.ts";
import { printStage } from "./print-stage.ts";
import { toNames } from "./react-stage.ts";
import { createReactWindow } from "./react-window.ts";
import { type InteractionCase, readWildCases } from "./read-cases.ts";
import { runSteps, type StepOutcome } from "./run-steps.ts";
import type { Stage } from "./stage.ts";
import type { Step } from "./step.ts";
import { toReactCode } from "./to-react-code.ts";

const realm = createOracleRealm();
const cases = readWildCases();
process.env.TZ = "UTC";

const stay = (event: globalThis.Event) => event.preventDefault();
beforeAll(() => {
  window.addEventListener("error", stay);
  // React says what it thinks of cards: missing keys, attributes in HTML's spelling.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterAll(() => {
  window.removeEventListener("error", stay);
  vi.restoreAllMocks();
});

describe.each(cases)("$name", { timeout: 60_000 }, (one) => {
  const { template } = compileCard(one.source);
  const bag = createContext(one.data["data.json"] as never);
  let played: Promise<readonly string[]> | undefined;
  const playAlone = () => (played ??= playOurs(one, one.steps).then(toTrees));

  it("is as long as cards are", () => {
    expect(one.source.length).toBeGreaterThan(12_000);
  });

  it("renders first what React's server renders", () => {
    const { html, diagnostics } = runString(template, bag, { host: createScriptedHost(one.host) });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(print(html)).toBe(print(renderByReact(one)));
  });

  it("is taken over from the string, as it stands, and then does the same", async () => {
    const html = () => runString(template, bag, { host: createScriptedHost(one.host) }).html;
    const [stages, found, kept]: [Stage[], Element[], Element[]] = [[], [], []];
    const taken = await play((element) => {
      element.innerHTML = html();
      const nodes = [...element.querySelectorAll("*")];
      const stage = createKViewStage({ ...one, template }, element);
      stages.push(stage);
      kept.push(...nodes.filter((node) => element.contains(node)));
      found.push(...nodes);
      return stage;
    }, one.steps);
    expect(kept).toEqual(found);
    expect(stages[0]?.reports?.filter((report) => report.startsWith("run/mismatch"))).toEqual([]);
    expect(toTrees(taken)).toEqual(await playAlone());
  });

  it("can be taken down at any moment, and leaves nothing", async () => {
    const every = Math.max(1, Math.floor(one.steps.length / 4));
    for (let end = 0; end < one.steps.length; end += every) {
      const outcomes = await playOurs(one, one.steps.slice(0, end));
      expect(findLeft(outcomes)).toEqual([]);
    }
  });

  it("stands twice in a page, each for itself", async () => {
    const alone = await playAlone();
    const element = document.createElement("div");
    document.body.append(element);
    const idle = createKViewStage({ ...one, template }, element);
    await idle.settle();
    const outcomes = await playOurs(one, one.steps);
    expect(`mount\n${printStage(idle)}`).toBe(alone[0]);
    expect(findLeft(await runSteps([], idle))).toEqual([]);
    element.remove();
    expect(toTrees(outcomes)).toEqual(alone);
  });

  it("goes on where the host has no services", async () => {
    expect(await playLoosely({ ...one, host: {} }, ({ clock }) => ({ clock }))).toEqual([]);
  });

  it("goes on where every request fails", async () => {
    expect(await playLoosely({ ...one, host: { ...one.host, requests: [], fetches: [], commands: [] } })).toEqual([]);
  });

  it("gives up what nobody answers", async () => {
    const slowly = <Kind extends object>(records: readonly Kind[] = []) => records.map((record) => ({ ...record, delay: 10_000_000 }));
    const host = { ...one.host, requests: slowly(one.host.requests), fetches: slowly(one.host.fetches) };
    const waiting: Step = { do: "wait", milliseconds: 70_000, line: 0, source: "wait 70000" };
    let mounted: Stage | undefined;
    const asked = () => mounted?.host.pending.filter((text) => !text.startsWith("timer")) ?? [];
    let rounds = 0;
    // Cards ask again for what failed, one after the other.
    function* waitForAll() {
      yield* one.steps.filter((step) => !step.do.startsWith("expect-"));
      while (asked().length > 0 && rounds++ < 20) yield waiting;
    }
    const outcomes = await play((element) => (mounted = createKViewStage({ ...one, host, template }, element)), waitForAll());
    expect(rounds).toBeLessThan(20);
    expect(findFailures(mounted)).toEqual([]);
    expect(findLeft(outcomes)).toEqual([]);
  });

  it("shows what React shows where data is missing", () => {
    for (const data of toBareData(one)) {
      const bare = { ...one, data: { "data.json": data as never } };
      const ours = runString(template, createContext(data as never), { host: createScriptedHost(one.host) });
      const failed = ours.diagnostics.some(({ severity }) => severity === "error");
      let theirs: string | undefined;
      try {
        theirs = renderByReact(bare);
      } catch {
        // Ours shows an error card then.
      }
      expect(failed).toBe(theirs === undefined);
      if (theirs !== undefined) expect(print(ours.html)).toBe(print(theirs));
    }
  });

  /** Does what the steps do, as far as that is possible, and gives how the card failed and what it left. */
  async function playLoosely(other: InteractionCase, toServices?: (host: TestHost) => Host): Promise<readonly string[]> {
    let stage: Stage | undefined;
    const acts = other.steps.filter((step) => !step.do.startsWith("expect-"));
    const outcomes = await play((element) => (stage = createKViewStage({ ...other, template }, element, toServices)), acts);
    return [...findFailures(stage), ...findLeft(outcomes)];
  }

  function playOurs(one: InteractionCase, steps: readonly Step[]): Promise<readonly StepOutcome[]> {
    return play((element) => createKViewStage({ ...one, template }, element), steps);
  }
});

function renderByReact(one: InteractionCase): string {
  const { names } = createContext(one.data["data.json"] as never);
  const bag = toNames(names);
  const own = createReactWindow(createScriptedHost(one.host), document.createElement("div"));
  const code = toReactCode(one.source);
  const clock = moment.now;
  moment.now = () => fixtureNow;
  try {
    return renderToStaticMarkup(createElement(() => evaluateNaively(code, bag, Object.assign(own, bag), realm) as never));
  } finally {
    moment.now = clock;
  }
}

function print(html: string): string {
  const element = document.createElement("div");
  element.innerHTML = html;
  return printStage({ element });
}

const isTakeDown = ({ step }: StepOutcome) => /^(\d+: )?unmount$/.test(step);

/** Reports of a card that is not shown any more. */
function findFailures(stage: Stage | undefined): readonly string[] {
  return stage?.reports?.filter((report) => /^(run\/throw|limit\/)/.test(report)) ?? [];
}

/** What a card left behind when it was taken down. */
function findLeft(outcomes: readonly StepOutcome[]): readonly string[] {
  return outcomes
    .filter(isTakeDown)
    .flatMap(({ tree, fault }) => [...(tree === "" ? [] : [tree]), ...(fault === undefined ? [] : [fault])]);
}

/** What a card showed after each step. */
function toTrees(outcomes: readonly StepOutcome[]): readonly string[] {
  const end = outcomes.findIndex(isTakeDown) + 1;
  return outcomes.slice(0, end).map(({ step, tree, fault }) => `${step}\n${tree}${fault === undefined ? "" : `\n${fault}`}`);
}

/** The data of a card with each record emptied, and without each of them. */
function toBareData({ data }: InteractionCase): readonly Readonly<Record<string, unknown>>[] {
  const full = data["data.json"] as Readonly<Record<string, unknown>>;
  const records = Object.keys(full).filter((key) => key !== "resource" && key !== "klasses");
  return records.flatMap((key) => {
    const { [key]: _left, ...rest } = full;
    return [rest, { ...full, [key]: {} }];
  });
}
