import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "../../scripts/chromium.ts";
import { type InteractionCase, readInteractionCases } from "../interaction/read-cases.ts";
import type { StepOutcome } from "../interaction/run-steps.ts";
import { toReactCode } from "../interaction/to-react-code.ts";
import { compileCard } from "../support/card.ts";
import { doGesture } from "./gesture.ts";
import type { Gesture, InteractionApi, PageInteraction } from "./interaction-page.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";

type Global = { readonly kviewInteraction: InteractionApi };
type Outcomes = Readonly<Record<string, readonly StepOutcome[]>>;

const cases = readInteractionCases();
const compared = cases.filter(({ options }) => options.oracle !== false);
const real = cases.filter(({ options }) => options.real);
if (!hasChromium) console.warn(`test/browser/interaction is skipped: there is no Chromium at ${chromiumPath}; CHROMIUM names another`);

describe.skipIf(!hasChromium)("live cards in Chromium", { timeout: 60_000 }, () => {
  let strict: OpenPage;
  let loose: OpenPage;
  let ours: Outcomes;
  let theirs: Outcomes;

  beforeAll(async () => {
    [strict, loose] = await Promise.all([openPage("interaction-page.ts"), openPage("interaction-page.ts", "/loose")]);
    [ours, theirs] = await Promise.all([playAll(strict, cases.map(toOurs)), playAll(loose, compared.map(toTheirs))]);
    for (const { page } of [strict, loose]) await page.exposeFunction("kviewGesture", (gesture: Gesture) => doGesture(page, gesture));
  }, 120_000);

  afterAll(async () => {
    await strict?.close();
    await loose?.close();
  });

  describe.each(cases)("$name", ({ name, options }) => {
    it("does what its steps expect", () => {
      expect(findFaults(ours[name])).toEqual([]);
    });

    if (options.oracle !== false) {
      it("does so in React, and shows the same after each step", () => {
        expect(findFaults(theirs[name])).toEqual([]);
        expectSame(ours[name], theirs[name]);
      });
    }
  });

  describe.each(real)("$name, by mouse and keyboard", (one) => {
    it("does what its steps expect, and shows what React shows", async () => {
      const [mine, other] = [await playReal(strict, toOurs(one)), await playReal(loose, toTheirs(one))];
      expect(findFaults(mine)).toEqual([]);
      expect(findFaults(other)).toEqual([]);
      expectSame(mine, other);
    });
  });

  it("breaks no policy of the page, leads nowhere, fails nowhere outside of a card, and loads pictures and sounds alone", () => {
    const others = strict.requests.filter((request) => !/^GET (image|media) /.test(request));
    expect([strict.errors, strict.dialogs, strict.navigations, others]).toEqual([[], [], [], []]);
  });
});

function playAll({ page }: OpenPage, all: readonly PageInteraction[]): Promise<Outcomes> {
  return page.evaluate((json) => (globalThis as unknown as Global).kviewInteraction.play(json), JSON.stringify(all));
}

function playReal({ page }: OpenPage, one: PageInteraction): Promise<readonly StepOutcome[]> {
  return page.evaluate((json) => (globalThis as unknown as Global).kviewInteraction.playReal(json), JSON.stringify(one));
}

function toOurs({ name, source, data, host, steps }: InteractionCase): PageInteraction {
  return { name, program: compileCard(source).template.program, data, host, steps };
}

function toTheirs({ name, source, data, host, steps }: InteractionCase): PageInteraction {
  return { name, code: toReactCode(source), data, host, steps };
}

function findFaults(outcomes: readonly StepOutcome[] | undefined): readonly string[] {
  if (outcomes === undefined) return ["it was not played"];
  return outcomes.flatMap(({ step, fault, tree }) => (fault === undefined ? [] : [`${step}: ${fault}\n${tree}`]));
}

function expectSame(ours: readonly StepOutcome[] | undefined, theirs: readonly StepOutcome[] | undefined): void {
  const print = (outcomes: readonly StepOutcome[] = []) => outcomes.map(({ step, tree }) => `${step}\n${tree}`);
  const [mine, other] = [print(ours), print(theirs)];
  for (const [index, tree] of other.entries()) expect(mine[index]).toBe(tree);
}
