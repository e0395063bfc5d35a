// Mutation testing: `npm run mutation -- runtime policy facades`, or `npm run mutation -- policy src/policy/urls.ts` for single files.
import { Stryker } from "@stryker-mutator/core";
import { reportSuite } from "./report.js";
import { minimumScore, suites } from "./suites.js";

const args = process.argv.slice(2);
const names = args.filter((arg) => arg in suites);
const files = args.filter((arg) => !(arg in suites));
if (names.length === 0 || (files.length > 0 && names.length > 1)) {
  console.error(`Name what to mutate: ${Object.keys(suites).join(", ")}; files of one of them may follow.`);
  process.exit(2);
}

let good = true;
for (const name of names) {
  // Its processes find the tests by it.
  process.env.KVIEW_MUTATE = name;
  const report = `.out/mutation-${name}.json`;
  await new Stryker({
    mutate: files.length > 0 ? files : suites[name].mutate,
    testRunner: "in-process",
    plugins: ["./scripts/mutation/runner.js"],
    coverageAnalysis: "perTest",
    // Tables of names are what golden files and tests of tables compare; without loading anew for each, they can't be tried.
    ignoreStatic: true,
    // Far above the share of the tests that the runner chooses, on a busy machine too: what only takes long is not found.
    timeoutMS: 8000,
    timeoutFactor: 0.1,
    dryRunTimeoutMinutes: 60,
    concurrency: Number(process.env.KVIEW_MUTATE_PROCESSES ?? 2),
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    tempDirName: `.out/stryker-${name}`,
    ignorePatterns: ["dist", "bench", ".out", "fixtures/pictures"],
    // It would write a line into each template; and it asks a compiler for its configuration, which has no interface for that.
    disableTypeChecks: false,
    tsconfigFile: "none",
    allowEmpty: true,
  }).runMutationTest();
  good = reportSuite(name, report) >= minimumScore && good;
}
process.exit(good ? 0 : 1);
