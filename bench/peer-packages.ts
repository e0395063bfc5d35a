import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve("bench/package.json"));

/** Loads a package of `bench/package.json`, with whatever shape the caller knows it to have. */
export function loadPeer<Shape>(name: string): Shape {
  return require(name) as Shape;
}

/** Says what to do where the peers are not installed. */
export function checkPeers(): void {
  if (!existsSync("bench/node_modules/eta")) throw new Error("first: npm ci --prefix bench");
}

/** Versions of all peers, as they are installed. */
export function readPeerVersions(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync("bench/package.json", "utf8")) as { readonly dependencies: object };
  const read = (name: string) =>
    (JSON.parse(readFileSync(`bench/node_modules/${name}/package.json`, "utf8")) as { readonly version: string }).version;
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, read(name)]));
}
