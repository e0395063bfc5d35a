// Runs a script written in TypeScript on Node 20, which can't: bundles it with our own modules first, packages stay outside.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const [entry, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
// Inside the project, so that packages resolve from the bundle as they do from the source.
const file = `${root}.out/scripts/${basename(entry, ".ts")}.mjs`;
mkdirSync(`${root}.out/scripts`, { recursive: true });
const bundle = await rolldown({ input: entry, cwd: root, platform: "node", external: /^(?!\.{0,2}\/)(?!.*\.ts$)/, logLevel: "warn" });
await bundle.write({ file, format: "esm", codeSplitting: false });
await bundle.close();
const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
