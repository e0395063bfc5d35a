import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fixtureNow } from "./fixture-now.ts";

/** `options.json` of a render case. */
export interface RenderCaseOptions {
  readonly locale?: string;
  readonly timeZone?: string;
  /** ISO 8601. */
  readonly now?: string;
  readonly theme?: "light" | "dark" | "device";
  readonly idPrefix?: string;
  /** `false`: the unsandboxed path gives another result on purpose; `reason` says why. */
  readonly oracle?: false;
  readonly reason?: string;
  /** Its components keep what they made of their first data when the card is given other data. */
  readonly keepsState?: true;
}

/** One directory of `fixtures/render`. */
export interface RenderCase {
  readonly name: string;
  readonly source: string;
  /** Input of `createContext`. */
  readonly data: { readonly resource: string };
  readonly options: RenderCaseOptions;
  /** Golden files; `undefined` where there is none yet. */
  readonly html: string | undefined;
  readonly diagnostics: string;
}

const root = `${import.meta.dirname}/../../fixtures/render/`;

export function readRenderCases(): readonly RenderCase[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readRenderCase(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readRenderCase(name: string): RenderCase {
  const path = (file: string) => `${root}${name}/${file}`;
  const read = (file: string) => (existsSync(path(file)) ? readFileSync(path(file), "utf8") : undefined);
  return {
    name,
    source: read("template.kview.jsx") ?? "",
    data: JSON.parse(read("data.json") ?? "{}"),
    options: JSON.parse(read("options.json") ?? "{}"),
    html: read("expected.html")?.replace(/\n$/, ""),
    diagnostics: (read("expected.diagnostics.txt") ?? "").replace(/\n$/, ""),
  };
}

/** Writes the golden files of a case. They are read by a person before they are committed. */
export function writeGolden(name: string, html: string, diagnostics: string): void {
  const path = (file: string) => `${root}${name}/${file}`;
  writeFileSync(path("expected.html"), `${html}\n`);
  if (diagnostics === "") rmSync(path("expected.diagnostics.txt"), { force: true });
  else writeFileSync(path("expected.diagnostics.txt"), `${diagnostics}\n`);
}

/** Services that never answer: it is the first state that both targets are compared by. */
const host = { request: () => new Promise(() => {}), fetch: () => new Promise<never>(() => {}) };

/** Gives the options that a case is rendered with. */
export function toRenderOptions({ oracle: _oracle, reason: _reason, keepsState: _keepsState, now, ...rest }: RenderCaseOptions) {
  return { ...rest, host, now: now === undefined ? fixtureNow : Date.parse(now) };
}
