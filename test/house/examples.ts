import { readFileSync } from "node:fs";
import { parse } from "@babel/parser";
import { transform } from "sucrase";
import { namesIn, readSource } from "./source.ts";

/** A piece of documentation that is run. */
export interface Example {
  readonly title: string;
  /** A module that Node runs. */
  readonly code: string;
  /** What it says that it prints: the texts behind `// →`, one a line. */
  readonly prints: readonly string[];
}

/** The README's blocks of a language whose fence also says `run`. */
export function readBlocks(language: string): readonly Example[] {
  const blocks = readFileSync("README.md", "utf8").matchAll(/^```(\w+) run\n([\s\S]*?)^```$/gm);
  return [...blocks]
    .filter(([, info]) => info === language)
    .map(([, , code = ""], index) => ({
      title: `README, ${language} block ${index + 1}`,
      code: language === "ts" ? toModule(code) : code,
      prints: readPrints(code),
    }));
}

/** The `@example`s of docstrings. They name what is public without importing it, and a sample `bag`, `template`, `options`, `element`. */
export function readDocstringExamples(publicNames: ReadonlyMap<string, string>): readonly Example[] {
  return readSource().flatMap(({ path, text }) =>
    [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) => {
      const [, example] = /@example\s*\n([\s\S]*?)(?=\n\s*\* @|\s*\*\/)/.exec(comment) ?? [];
      if (example === undefined) return [];
      const code = example.replace(/^[ \t]*\* ?/gm, "").trim();
      return [
        {
          title: `src/${path}: ${code.split("\n")[0]}`,
          code: toModule(`${writePrelude(code, publicNames)}\n${code}`),
          prints: readPrints(code),
        },
      ];
    }),
  );
}

function writePrelude(code: string, publicNames: ReadonlyMap<string, string>): string {
  const declared = readDeclared(code);
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code) && !declared.has(name);
  const samples: readonly (readonly [string, string])[] = [
    ["template", 'const template = __kview.compile("<p>{customer.name}</p>").template;'],
    ["bag", 'const bag = __kview.createContext({ resource: "customer", customer: { name: "Ada" } });'],
    ["options", 'const options = { now: "2026-10-02T15:04:05Z" };'],
    ["element", 'const element = document.body.appendChild(document.createElement("div"));'],
  ];
  const lines = ['import * as __kview from "kview";'];
  for (const [name, entry] of publicNames) if (uses(name)) lines.push(`import { ${name} } from "${entry}";`);
  if (uses("z")) lines.push('import * as z from "zod";');
  for (const [name, line] of samples) if (uses(name)) lines.push(line);
  return lines.join("\n");
}

/** Names that a module declares or imports at its top. */
function readDeclared(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of parse(code, { sourceType: "module", plugins: ["typescript"] }).program.body) {
    if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") names.add(statement.id?.name ?? "");
    if (statement.type === "ImportDeclaration") for (const { local } of statement.specifiers) names.add(local.name);
    if (statement.type === "VariableDeclaration")
      for (const { id } of statement.declarations) for (const name of namesIn(id)) names.add(name);
  }
  return names;
}

/** Strips types; gives the page's globals to an example that touches them. */
function toModule(code: string): string {
  const needsPage = /\b(document|element)\b/.test(code);
  const page =
    'import { Window } from "happy-dom";\nconst __window = new Window();\nfor (const name of ["document", "HTMLElement", "customElements", "Event", "KeyboardEvent"]) globalThis[name] = __window[name];\ndocument.body.innerHTML = \'<div id="card"></div>\';\n';
  // Imports are hoisted, so the page exists before ours run only if nothing of ours looks for it while loading.
  return (needsPage ? page : "") + transform(code, { transforms: ["typescript"], disableESTransforms: true }).code;
}

function readPrints(code: string): readonly string[] {
  return [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text = ""]) => text.trim());
}
