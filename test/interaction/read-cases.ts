import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { HostScript } from "./host-script.ts";
import { parseSteps } from "./parse-steps.ts";
import type { Step } from "./step.ts";

type Data = { readonly resource: string };

/** One directory of `fixtures/interaction`, or of `fixtures/wild`. */
export interface InteractionCase {
  readonly name: string;
  readonly source: string;
  /** Input of `createContext`, by the name of its file. */
  readonly data: Readonly<Record<string, Data>>;
  readonly host: HostScript;
  readonly steps: readonly Step[];
  readonly options: {
    /** `false`: React does something else on purpose, or can't do it; `reason` says why. */
    readonly oracle?: false;
    readonly reason?: string;
    /** Played with the browser's own mouse and keyboard too. */
    readonly real?: true;
  };
}

const root = `${import.meta.dirname}/../../fixtures/`;

/** Reads the cases that are played: small ones, each about one thing, and whole cards as they ship (`wild/…`). */
export function readInteractionCases(): readonly InteractionCase[] {
  return [...readFolder("interaction"), ...readWildCases()];
}

/** Reads the whole cards alone. */
export function readWildCases(): readonly InteractionCase[] {
  return readFolder("wild").map((one) => ({ ...one, name: `wild/${one.name}` }));
}

function readFolder(folder: string): readonly InteractionCase[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readInteractionCase(folder, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readInteractionCase(collection: string, name: string): InteractionCase {
  const folder = `${root}${collection}/${name}/`;
  const read = (file: string) => readFileSync(folder + file, "utf8");
  const readJson = (file: string) => (existsSync(folder + file) ? JSON.parse(read(file)) : {});
  const data = readdirSync(folder).filter((file) => /^data(-\d+)?\.json$/.test(file));
  try {
    return {
      name,
      source: read("template.kview.jsx"),
      data: Object.fromEntries(data.map((file) => [file, JSON.parse(read(file))])),
      host: readJson("host.json"),
      steps: parseSteps(read("steps.txt")),
      options: readJson("options.json"),
    };
  } catch (error) {
    throw new Error(`fixtures/${collection}/${name}: ${error instanceof Error ? error.message : error}`);
  }
}
