// A test runner for Stryker that loads the tests once, and runs those that reach a mutant in the same process:
// a mutant costs some milliseconds, where starting vitest's worker for each would cost most of a second.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { builtinEnvironments } from "vitest/runtime";
import { bundleTests, findTests } from "./bundle.js";
import { runTests } from "./frame.js";
import { suites } from "./suites.js";

/** What Stryker's instrumented code reads and writes. */
const shared = (globalThis.__stryker__ ??= {});

/** What each test costs, in milliseconds, as the first run of all finds it; the processes share it. */
const costFile = ".out/test-cost.json";
/** What part of all tests, by their cost, is tried for a mutant. */
const share = Number(process.env.KVIEW_MUTATE_SHARE ?? 0.01);

class InProcessRunner {
  #runs = 0;
  #poisoned = false;
  #cost;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    mkdirSync(".out", { recursive: true });
    await builtinEnvironments["happy-dom"].setup(globalThis, {});
    const suite = suites[process.env.KVIEW_MUTATE];
    await import(await bundleOnce(findTests(suite.tests)));
  }

  async dryRun() {
    const tests = [];
    await runTests({
      onStart: (id) => {
        shared.currentTestId = id;
      },
      onTest: (test) => {
        tests.push(toResult(test));
        return false;
      },
    });
    shared.currentTestId = undefined;
    writeFileSync(costFile, JSON.stringify(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: inherit(shared.mutantCoverage, tests) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (this.#poisoned) startAnew();
    this.#runs++;
    Object.assign(shared, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0, activeMutant: activeMutant.id });
    const tests = await this.#runUntilFailure(this.#choose(testFilter));
    shared.activeMutant = undefined;
    const failed = tests.find(({ status }) => status === TestStatus.Failed);
    // What a mutant let an attack change, or left running, must not fail the mutants after it.
    if (failed !== undefined && (await this.#runUntilFailure([failed.id])).some(({ status }) => status === TestStatus.Failed)) {
      if (this.#runs > 1) startAnew();
      this.#poisoned = true;
    }
    return toMutantRunResult(determineHitLimitReached(shared.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests });
  }

  /**
   * The tests that are tried for a mutant: of those that reach it the cheapest, until they cost a fixed share of all tests.
   * What would be found by the others only is counted as surviving.
   */
  #choose(wanted) {
    this.#cost ??= JSON.parse(readFileSync(costFile, "utf8"));
    let left = share * Object.values(this.#cost).reduce((sum, ms) => sum + ms, 0);
    const cheapFirst = wanted.toSorted((one, other) => this.#cost[one] - this.#cost[other]);
    return cheapFirst.filter((id, at) => (left -= this.#cost[id]) >= 0 || at === 0);
  }

  async #runUntilFailure(wanted) {
    const tests = [];
    await runTests({
      wanted,
      onTest: (test) => {
        tests.push(toResult(test));
        return test.error !== undefined;
      },
    });
    return tests;
  }
}

/** The first process bundles for those after it, which are many: each that is poisoned ends. */
async function bundleOnce(tests) {
  const dir = ".out/mutation-tests";
  if (!existsSync(dir)) {
    const own = `${dir}-${process.pid}`;
    await bundleTests(tests, own);
    renameSync(own, dir);
  }
  return pathToFileURL(`${dir}/tests.mjs`).href;
}

/** Stryker starts another process in place of one that ends, and gives it the same mutant. */
function startAnew() {
  process.exit(1);
}

function toResult({ id, error, ms }) {
  const result = { id, name: id, timeSpentMs: ms, fileName: id.split(" > ")[0] };
  if (error === undefined) return { ...result, status: TestStatus.Success };
  return { ...result, status: TestStatus.Failed, failureMessage: String(error?.stack ?? error) };
}

/** What a suite's own code reaches, its tests reach. */
function inherit({ static: whileLoading = {}, perTest = {} } = {}, tests) {
  const inherited = {};
  for (const { id } of tests) {
    const reached = {};
    const path = id.split(" > ");
    for (let length = 1; length <= path.length; length++) {
      for (const [mutant, count] of Object.entries(perTest[path.slice(0, length).join(" > ")] ?? {}))
        reached[mutant] = (reached[mutant] ?? 0) + count;
    }
    inherited[id] = reached;
  }
  return { static: whileLoading, perTest: inherited };
}

createRunner.inject = tokens();
function createRunner() {
  return new InProcessRunner();
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner)];
