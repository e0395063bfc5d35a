// What is mutated, and which tests have to notice: the quick and near ones first, because the first that fails ends a mutant's run.
export const suites = {
  policy: {
    mutate: ["src/policy/**/*.ts"],
    tests: ["test/policy", "test/attack/safe-html.test.ts", "test/render", "test/print"],
  },
  runtime: {
    mutate: ["src/runtime/**/*.ts"],
    tests: ["test/runtime", "test/language", "test/scope", "test/render", "test/attack/attack.test.ts"],
  },
  facades: {
    mutate: ["src/render/dom/facades/**/*.ts"],
    tests: ["test/dom", "test/scope/browser", "test/interaction", "test/attack/live.test.ts"],
  },
};

/** Tests that need vitest itself (its clock, its snapshots), or that try the machine and not the code. */
export const without = [
  "test/scope/lodash/debounce.test.ts",
  "test/scope/lodash/guards.test.ts",
  "test/interaction/wild.test.ts",
  "test/interaction/wild-steps.test.ts",
  "test/interaction/random.test.ts",
  "test/print/hostile.test.ts",
];

/** Percent of the mutants that tests have to find. */
export const minimumScore = 90;
