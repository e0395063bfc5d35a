import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Readonly<Record<string, Locked>> };
const dependencies = Object.entries(packages).filter(([path]) => path !== "");
/** What is installed with kview, for whoever installs it. */
const shipped = dependencies.filter(([, { dev, devOptional, peer }]) => !dev && !devOptional && !peer);

/** Licences that ask for no more than to be named. */
const licences: ReadonlySet<string> = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "CC0-1.0"]);

/** Packages that run a script when they are installed, each with the reason why it may. */
const withScripts: Readonly<Record<string, string>> = {};

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("dependencies", () => {
  it("are read at all", () => {
    const { dependencies: direct } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly dependencies: object };
    expect(shipped.map(([path]) => nameOf(path))).toEqual(expect.arrayContaining(Object.keys(direct)));
    expect(dependencies.length).toBeGreaterThan(shipped.length);
  });

  it("run no script when they are installed, those for development neither", () => {
    const scripts = dependencies.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripts).toEqual(Object.keys(withScripts));
  });

  it("have a licence of the list, where they are installed with kview", () => {
    const others = shipped.filter(([, { license }]) => license === undefined || !licences.has(license));
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  it("come from the registry that the machine is set to: the lockfile names no addresses", () => {
    expect(dependencies.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
