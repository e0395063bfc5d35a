import { defineConfig } from "vitest/config";

// Two projects: most tests read the source as it is; the others run what a user installs, and build it first.
const built = ["test/cli/**/*.test.ts", "test/house/package.test.ts", "test/house/docs.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "source", include: ["test/**/*.test.ts"], exclude: built } },
      { test: { name: "built", include: built, globalSetup: ["test/support/build.ts"], testTimeout: 30_000 } },
    ],
  },
});
