// Builds `dist/`: modules and types by the TypeScript compiler, the same in few files for Node, the style sheet of its parts, the
// command made executable.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildForNode } from "./node-build.js";
import { readTheme } from "./theme.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

// A module that was renamed or deleted must not live on in the package.
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
await buildForNode(root);
chmodSync(`${root}dist/cli/main.js`, 0o755);
// The last: whoever finds it finds all of them.
writeFileSync(`${root}dist/theme.css`, readTheme());
