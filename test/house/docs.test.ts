import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fillTables } from "../../scripts/readme-tables.ts";
import { formatScopePage } from "../../scripts/scope-page.ts";
import { securityTables } from "../../scripts/security-tables.ts";
import { walls } from "../support/walls.ts";
import { type Example, readBlocks, readDocstringExamples } from "./examples.ts";

const readme = readFileSync("README.md", "utf8");
// Inside the project, where `kview` resolves to what was built, as it does for a user who installed it.
const folder = resolve(".out/docs");
mkdirSync(folder, { recursive: true });

const entries = [
  "kview",
  "kview/html",
  "kview/dom",
  "kview/context",
  "kview/components",
  "kview/element",
  "kview/module",
  "kview/pool",
  "kview/testing",
];
const publicNames = new Map<string, string>();
for (const entry of entries) {
  const names = Object.keys((await import(/* @vite-ignore */ toFile(entry))) as object);
  for (const name of names) if (!publicNames.has(name)) publicNames.set(name, entry);
}

function toFile(entry: string): string {
  return resolve(`dist/${entry === "kview" ? "index" : entry.slice("kview/".length)}.js`);
}

const blocks = readBlocks("ts");
const examples = readDocstringExamples(publicNames);

interface Outcome {
  readonly printed: string;
  readonly error?: string;
}

function runTogether(files: readonly string[]): readonly Outcome[] {
  const script = `${import.meta.dirname}/run-examples.mjs`;
  return JSON.parse(
    execFileSync(process.execPath, [...walls, script, ...files], { encoding: "utf8", timeout: 60_000 }),
  ) as readonly Outcome[];
}

/** What each example printed. Most run in one process; those that define elements or start processes have one of their own. */
const outcomes = new Map<string, Outcome>();
const together = new Map<string, string>();
for (const { title, code } of [...blocks, ...examples]) {
  const file = join(folder, `${title.replace(/[^\w]+/g, "-").slice(0, 80)}.mjs`);
  writeFileSync(file, code);
  if (/kview\/(element|pool)/.test(code)) outcomes.set(title, runTogether([file])[0] as Outcome);
  else together.set(title, file);
}
const found = runTogether([...together.values()]);
[...together.keys()].forEach((title, index) => void outcomes.set(title, found[index] as Outcome));

function check({ title, prints }: Example): void {
  const { printed = "", error } = outcomes.get(title) ?? { error: "was not run" };
  expect(error).toBeUndefined();
  if (prints.length > 0)
    expect(
      printed
        .trimEnd()
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual(prints);
}

describe("README", () => {
  it.each(blocks.map((example) => [example.title, example] as const))("%s runs and prints what it says", (_, example) => check(example));

  const commands = readBlocks("sh").flatMap(({ code }) => code.trim().split("\n"));
  const place = mkdtempSync(join(tmpdir(), "kview-docs-"));
  symlinkSync(resolve("fixtures"), join(place, "fixtures"));
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it.each(commands)("%s", (command) => {
    expect(command).toMatch(/^npx kview /);
    const local = command.replace(/^npx kview/, `"${process.execPath}" ${walls.join(" ")} "${resolve("dist/cli/main.js")}"`);
    execFileSync("sh", ["-c", local], { cwd: place, encoding: "utf8", stdio: "pipe" });
  });

  it("has examples and commands at all", () => {
    expect(blocks.length).toBeGreaterThan(2);
    expect(commands.length).toBeGreaterThan(1);
  });

  it("has current tables (`npm run docs` makes them)", () => {
    expect(fillTables(readme)).toBe(readme);
  });

  it("has a current page of what a card can name (`npm run docs` makes it)", () => {
    expect(formatScopePage()).toBe(readFileSync("docs/scope.md", "utf8"));
  });

  it("links only to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe("SECURITY.md", () => {
  const security = readFileSync("SECURITY.md", "utf8");
  const code = [...security.matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);

  it("counts the attacks that there are (`npm run docs` does)", () => {
    expect(fillTables(security, securityTables)).toBe(security);
  });

  it("names only files and commands that exist", () => {
    const links = [...security.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    const files = code.filter((text) => /^(src|test|fixtures|scripts|bench|docs)\/[\w./-]+$/.test(text));
    expect([...links, ...files].filter((path) => !existsSync(path))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };
    const commands = code.flatMap((text) => /^npm (?:run )?([\w:-]+)/.exec(text)?.[1] ?? []);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect([links.length, files.length, commands.length].every((count) => count > 5)).toBe(true);
  });
});

describe("docstrings", () => {
  it.each(examples.map((example) => [example.title, example] as const))("%s runs", (_, example) => check(example));

  it("show every public function at work", () => {
    const shown = examples.map(({ code }) => code).join("\n");
    const functions = [...publicNames.keys()].filter((name) => /^[a-z]/.test(name) && !/^(standardComponents|defaultLimits)$/.test(name));
    expect(functions.filter((name) => !new RegExp(`\\b${name}\\(`).test(shown))).toEqual([]);
  });
});
