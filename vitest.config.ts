import { defineConfig } from "vitest/config";

// Two projects: most tests read the source as it is; the others run what a user installs, and build it first.
const built = ["test/cli/**/*.test.ts", "test/house/package.test.ts", "test/house/docs.test.ts"];

export default defineConfig({
  test: {
    // Half of the tests wait for processes or the browser: every core is put to use.
    maxWorkers: "100%",
    projects: [
      { test: { name: "source", include: ["test/**/*.test.ts"], exclude: built } },
      { test: { name: "built", include: built, globalSetup: ["test/support/build.ts"], testTimeout: 30_000 } },
    ],
  },
});
