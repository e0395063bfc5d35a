import { describe, expect, it } from "vitest";
import { judgeSelectors, toStepLists } from "../../src/policy/css-selectors.ts";
import { judgeThemedSelectors } from "../../src/policy/css-theme-selectors.ts";

const place = { scope: "[s]", env: { idPrefix: "kv" } };
const inRule = { ...place, nestedInRoot: false };
const inRootRule = { ...place, nestedInRoot: true };

function show(text: string, where: typeof place, loneClasses = false): string {
  const { text: written, selectsRoot, partial, asks } = judgeThemedSelectors(text, where, { scheme: "dark", anyRoot: "[r]", loneClasses });
  expect(asks).toEqual([]);
  return [written === "" ? "-" : written, ...(selectsRoot ? ["root"] : []), ...(partial ? ["partial"] : [])].join(" | ");
}

/** Selectors that ask for the dark theme of the page, as they are written for it. */
const themed: ReadonlyArray<readonly [text: string, expected: string]> = [
  [".dark .a", "[r][s] .a"],
  [".dark>.a", "[r][s]>.a"],
  ["html .dark .a", "[r][s] .a"],
  [".dark html .a", "[r][s] .a"],
  ["html.dark body .a", "[r][s] .a"],
  ["html.dark body.dark .a", "[r][s] .a"],
  ["html.dark > body > .a", "[r][s]>.a"],
  ["html.x.dark .a", "[r][s].x .a"],
  ["html.x body.y.dark .a", "[r][s].x.y .a"],
  ["html:has(a).dark .a", "[r][s]:has(a) .a"],
  ["html.dark .x.dark .a", "[r][s] .x.dark .a"],
  [":root:not(.light) .a", "[r][s] .a"],
  [".dark a + b", "[r][s] a+b"],
  ["html.dark", "[r][s] | root"],
  ["html .dark", "[r][s] | root"],
  ["html.x.dark", "[r][s].x | root"],
  ["[data-theme=dark]", "[r][s] | root"],
  ["html[data-theme=dark].x", "[r][s].x | root"],
  [".dark [data-theme=dark]", "[r][s] | root"],
  [".dark .a,.b,.dark .c", "[r][s] .a,[r][s] .c"],
  // Of another theme, of none, of both.
  [".light .a", "-"],
  ["html.light .a", "-"],
  ["html.light + .a", "-"],
  [".a", "-"],
  ["html", "-"],
  [".b .dark", "-"],
  [".dark .light .a", "-"],
  ["html.dark.light .a", "-"],
  ["[data-theme=dark].x", "-"],
  ["> .dark", "-"],
  ["+ .dark .a", "-"],
  ["a,,b", "-"],
  // Neither the siblings of the root, nor what is said of two themes.
  [".dark + .a", "-"],
  [".dark ~ .a", "-"],
  [".dark .a body", "-"],
  ["html.dark + .a", "- | partial"],
  ["html.dark ~ .a", "- | partial"],
  ["html + body.dark", "- | partial"],
  ["html.dark ~ body", "- | partial"],
  ["html.dark .light .a", "- | partial"],
  ["html.dark + .x,.dark .b", "[r][s] .b | partial"],
  // A rule around it is none here.
  [".dark &", "-"],
];

/** In a rule, and in one that may be the root's. */
const nested: ReadonlyArray<readonly [text: string, inRule: string, inRootRule: string]> = [
  [".dark &", "&:is([s],[s] *)", "&:is([s],[s] *) | root"],
  [".dark > &.x", "&:is([s],[s] *).x", "&:is([s],[s] *).x | root"],
  ["html.dark &", "&:is([s],[s] *)", "&:is([s],[s] *) | root"],
  ["html.x.dark &:hover", "&:is([s].x,[s].x *):hover", "&:is([s].x,[s].x *):hover | root"],
  [".dark .b &", "[r][s] .b &", "[r][s] .b & | root"],
  [".dark > .b &:hover", "[r][s]>.b &:hover", "[r][s]>.b &:hover | root"],
  [".dark & .b", "&:is([s],[s] *) .b", "&:is([s],[s] *) .b"],
  [".dark & + .b", "&:is([s],[s] *)+.b", "-"],
  ["html.dark & + .b", "&:is([s],[s] *)+.b", "- | partial"],
  // Beside an element, not in a page: the template's own `.dark`.
  [".dark + &", "-", "-"],
  [".dark ~ &.x", "-", "-"],
  ["html.dark + &", "- | partial", "- | partial"],
  ["html.dark + .b &", "- | partial", "- | partial"],
  ["&.dark", "-", "&:is([s],[s] *) | root"],
  ["&.dark.x:hover", "-", "&:is([s],[s] *).x:hover | root"],
  ["&.dark .x", "-", "&:is([s],[s] *) .x"],
  ["&.dark > &", "-", "&:is([s],[s] *)>& | root"],
  ["&.dark + .x", "-", "-"],
  ["&.light", "-", "-"],
  ["> &.dark", "-", "-"],
  ["& .dark", "-", "-"],
  [".b .dark &", "-", "-"],
  [".dark .a", "-", "-"],
  [".dark", "-", "-"],
  ["html.dark", "- | partial", "- | partial"],
  ["html.dark .a", "- | partial", "- | partial"],
];

describe("selectors for a theme of the page", () => {
  it.each(themed)("%j is %s", (text, expected) => {
    expect(show(text, place)).toBe(expected);
  });

  it.each(nested)("%j in a rule is %s, in one of the root %s", (text, expected, expectedInRoot) => {
    expect([show(text, inRule), show(text, inRootRule)]).toEqual([expected, expectedInRoot]);
  });

  it("may be a class alone where the rule holds variables only", () => {
    expect([show(".dark", place), show(".dark", place, true)]).toEqual(["-", "[r][s] | root"]);
    expect([show(".dark .theme-dark", place), show(".dark .theme-dark", place, true)]).toEqual(["-", "[r][s] | root"]);
    expect([show(".dark [data-mode=dark]", place), show("[data-mode=dark] .dark", place)]).toEqual(["[r][s] | root", "[r][s] | root"]);
    expect(show(".dark", inRootRule, true)).toBe("-");
  });
});

/** What the compounds of a selector ask for: a theme, whether by classes alone, and what else. */
const asked: ReadonlyArray<readonly [text: string, asks: string]> = [
  [".dark", "dark by class ''"],
  [".\\64 ark", "dark by class ''"],
  [".theme-dark .light-theme .light-mode", "dark by class '', light by class '', light by class ''"],
  [".Dark .darker .dark_", "-, -, -"],
  ["[data-theme=dark]", "dark ''"],
  ["[DATA-THEME='light']", "light ''"],
  ["[data-\\74heme=\\64 ark]", "dark ''"],
  ["[data-color-scheme=dark] [data-color-mode=dark] [data-mode=dark] [data-bs-theme=dark]", "dark '', dark '', dark '', dark ''"],
  ["[data-theme^=dark] [data-theme=DARK] [data-theme] [data-theme=device] [data-x=dark]", "-, -, -, -, -"],
  // Beside the root something else may be asked of it; elsewhere it is an element of the template's own.
  [".dark.x x.dark .dark:hover", "-, -, -"],
  ["html.dark.x:hover", "dark by class '.x:hover'"],
  ["html.dark.dark-mode", "dark by class ''"],
  ["html.dark[data-mode=dark]", "dark ''"],
  ["html[data-mode=dark].dark", "dark ''"],
  ["html.dark.light", "-"],
  [".dark[data-mode=light]", "-"],
  // Lists of words.
  [":is(.dark) :WHERE(.dark,.theme-dark)", "dark by class '', dark by class ''"],
  [":is(.dark,[data-mode=dark]) :is([data-mode=dark],.dark)", "dark '', dark ''"],
  [":is(.dark,.light) :is(.dark,.x) :is(.x,.dark) :is(.dark.x) :is(x)", "-, -, -, -, -"],
  ["html:has(.dark) .a", "-, -"],
  [":has(.dark) :is(:is(.dark)) :hover :nth-child(2) :lang(dark)", "-, -, -, -, -"],
  // What the page is not is told by its root.
  [":not(.dark)", "-"],
  [":root:not(.dark)", "light by class ''"],
  ["html:NOT(.light,.light-mode).x", "dark by class '.x'"],
  ["html:not([data-theme=dark])", "light ''"],
  ["html:not(.dark,.light)", "-"],
  ["html:not(.light).dark", "dark by class ''"],
  ["html:not(.dark).dark", "-"],
];

describe("themes of the page", () => {
  it.each(asked)("in %s: %s", (text, expected) => {
    const [steps] = toStepLists(text, place);
    const shown = steps?.map(({ compound: { asks } }) =>
      asks === undefined ? "-" : `${asks.scheme}${asks.byClass ? " by class" : ""} '${asks.text}'`,
    );
    expect(shown?.join(", ")).toBe(expected);
  });

  it.each([
    [".dark .a", "[s] .dark .a", ["dark"]],
    [".dark .light", "[s] .dark .light", ["dark", "light"]],
    // The root has no such class: what it means is for the theme alone.
    ["html.dark .a", "", ["dark"]],
    ["html.dark .a,.b", "[s] .b", ["dark"]],
    ["html.dark,html.light,html:not(.dark)", "", ["dark", "light"]],
  ])("are named beside what is judged: %s", (text, written, asks) => {
    expect(judgeSelectors(text, place)).toEqual({ text: written, selectsRoot: false, partial: false, asks });
  });
});
