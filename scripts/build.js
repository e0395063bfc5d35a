// Builds `dist/`: modules and types by the TypeScript compiler, the style sheet as it is, the command made executable.
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

// A module that was renamed or deleted must not live on in the package.
rmSync(`${root}dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
copyFileSync(`${root}src/components/theme.css`, `${root}dist/theme.css`);
chmodSync(`${root}dist/cli/main.js`, 0o755);
