import { defineConfig } from "vitest/config";
import { walls } from "./test/support/walls.ts";

// Three projects: most tests read the source as it is; others run what a user installs, and build it first; those that play every card in
// every way, or kill processes, take minutes, and have a command of their own.
const long = [
  "test/fuzz/differential.test.ts",
  "test/interaction/wild*.test.ts",
  "test/interaction/random.test.ts",
  "test/attack/live*.test.ts",
  "test/budget/*-long.test.ts",
  "test/browser/interaction.test.ts",
  "test/browser/live-attack.test.ts",
  "test/browser/payloads.test.ts",
  "test/browser/pictures.test.ts",
  "test/pool/process-*.test.ts",
  "test/print/hostile.test.ts",
  "test/scope/lodash/guards.test.ts",
];
const built = ["test/cli/**/*.test.ts", "test/house/package.test.ts", "test/house/docs.test.ts"];

const execArgv = [...walls];
const [build, browser] = ["test/support/build.ts", "test/support/browser-server.ts"];

export default defineConfig({
  test: {
    // Half of the tests wait for processes or the browser: every core is put to use.
    maxWorkers: "100%",
    projects: [
      // No module of ours holds state, so files of tests share what one of them has loaded.
      {
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          exclude: [...built, ...long],
          isolate: false,
          // Nothing here takes long; a machine that does something else beside it may.
          testTimeout: 30_000,
          globalSetup: [browser],
          execArgv,
        },
      },
      { test: { name: "long", include: long, globalSetup: [build, browser], testTimeout: 60_000, execArgv } },
      {
        test: {
          name: "built",
          include: built,
          globalSetup: [build],
          testTimeout: 30_000,
          execArgv,
          // What was built runs as it is.
          server: { deps: { external: [/\/dist\//] } },
        },
      },
    ],
  },
});
