import { describe, expect, it } from "vitest";
import { findMutableState } from "./mutable-state.ts";
import { place, readSource, type SourceFile, walk } from "./source.ts";

const files = readSource();
const byPath = new Map(files.map((file) => [file.path, file]));

/** Folders that a folder never imports from, types included (architecture, "Who may import whom"). */
const never: Readonly<Record<string, readonly string[]>> = {
  diagnostics: ["*"],
  ir: ["compile", "engine", "runtime", "scope", "context", "components", "render", "embed", "app", "lint", "cli", "preview", ""],
  policy: ["compile", "engine", "runtime", "scope", "context", "components", "render", "embed", "app", "lint", "cli", "preview", ""],
  compile: ["engine", "render", "scope", "cli", "preview", "embed", ""],
  runtime: ["compile", "engine", "scope", "render", "components", "cli", "preview", ""],
  engine: ["compile", "render", "cli", "preview", ""],
  scope: ["compile", "engine", "render", "cli", "preview", ""],
  context: ["compile", "engine", "render", "cli", "preview", ""],
  components: ["engine", "render", "cli", "preview", ""],
  render: ["compile", "cli", "preview", ""],
  module: ["compile", "components", "scope", "cli", "preview", ""],
  views: ["engine", "scope", "cli", "preview", ""],
  frameworks: ["compile", "engine", "scope", "cli", "preview", ""],
  workspace: ["compile", "engine", "scope", "cli", "preview", ""],
  pool: ["compile", "engine", "scope", "components", "cli", "preview", ""],
  testing: ["compile", "engine", "scope", "context", "components", "cli", "preview", ""],
};

/** Where each package may be imported: a folder, or a path that the module's begins with. `types:` for types alone. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "@babel/parser": ["compile/1-parse"],
  "@babel/types": ["types:compile/1-parse", "types:compile/2-lower"],
  "@tanstack/virtual-core": ["workspace"],
  "css-tree": ["policy"],
  "lru-cache": ["views", "pool"],
  parse5: ["policy"],
  lodash: ["scope"],
  moment: ["scope"],
  preact: ["render/dom", "components", "types:components", "frameworks/preact"],
  react: ["frameworks/react"],
  zod: ["components", "ir"],
};

/** Where the page's globals may be named. */
const touchesDocument = ["render/dom", "embed/", "preview/"];
/** Preact has no other way to be told to render now; what is set is put back before anybody else runs. */
const setsPreact = (found: string) => /^src\/render\/dom\/flush\.ts:\d+: writes to module-level `options`$/.test(found);
/** Where Node's modules may be imported. */
const touchesNode = ["cli/", "preview/", "pool/"];

const startsWithAny = (path: string, prefixes: readonly string[]) => prefixes.some((prefix) => path.startsWith(prefix));
const folderOf = (path: string) => (path.includes("/") ? (path.split("/")[0] ?? "") : "");

describe("who imports whom", () => {
  it("reads the source", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it("imports modules of ours by paths that exist", () => {
    for (const file of files)
      for (const { own, target } of file.imports) if (own) expect(byPath.has(target), `${file.path} → ${target}`).toBe(true);
  });

  it("keeps folders apart as the architecture says", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ own, target }) => own && folderOf(target) !== file.folder)
        .filter(({ target }) => never[file.folder]?.some((folder) => folder === "*" || folder === folderOf(target)))
        .map(({ target }) => `src/${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no rule for a folder that is not there", () => {
    const folders = new Set(files.map(({ folder }) => folder));
    expect(Object.keys(never).filter((folder) => !folders.has(folder))).toEqual([]);
  });

  it("imports packages only where their job is", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ own, target }) => !own && !target.startsWith("node:"))
        .filter(({ target, typeOnly }) => {
          const name = target
            .split("/")
            .slice(0, target.startsWith("@") ? 2 : 1)
            .join("/");
          const places = packages[name] ?? [];
          return !startsWithAny(file.path, typeOnly ? places.map((one) => one.replace("types:", "")) : places);
        })
        .map(({ target, typeOnly }) => `src/${file.path} → ${typeOnly ? "type " : ""}${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("imports node: modules only where there is no page: in the command, in the pool", () => {
    const wrong = files
      .filter(({ path }) => !startsWithAny(path, touchesNode))
      .filter(({ imports }) => imports.some(({ target }) => target.startsWith("node:")));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("has no cycles among values", () => {
    expect(findCycle()).toBeUndefined();
  });

  it("has no barrels: public entries are re-exports only, nothing else is", () => {
    const wrong = files.flatMap((file) => {
      const entry = file.folder === "";
      return file.ast.program.body
        .filter((statement) => {
          const reexport =
            (statement.type === "ExportNamedDeclaration" || statement.type === "ExportAllDeclaration") && Boolean(statement.source);
          return entry ? !reexport || statement.type === "ExportAllDeclaration" : reexport;
        })
        .map((statement) => place(file, statement));
    });
    expect(wrong).toEqual([]);
  });
});

describe("what no module does", () => {
  it("evaluates no text", () => {
    const wrong = findNodes((node) => {
      if (node.type === "Identifier") return node.name === "eval" || node.name === "Function";
      if (node.type === "ImportExpression") return node.source.type !== "StringLiteral";
      return node.type === "CallExpression" && node.callee.type === "Import" && node.arguments[0]?.type !== "StringLiteral";
    });
    expect(wrong).toEqual([]);
  });

  it("names the page's globals only in the DOM target", () => {
    const wrong = findNodes(
      (node) => node.type === "Identifier" && /^(document|window|navigator|location|localStorage|sessionStorage)$/.test(node.name),
      ({ path }) => !startsWithAny(path, touchesDocument),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps no state in a module", () => {
    expect(files.flatMap(findMutableState).filter((found) => !setsPreact(found))).toEqual([]);
  });

  it("has no default exports, enums or namespaces", () => {
    const wrong = findNodes(
      (node) => node.type === "ExportDefaultDeclaration" || node.type === "TSEnumDeclaration" || node.type === "TSModuleDeclaration",
    );
    expect(wrong).toEqual([]);
  });
});

/** Places of the nodes that a predicate finds; types and the names of properties are not looked at. */
function findNodes(
  is: (node: Parameters<Parameters<typeof walk>[1]>[0]) => boolean,
  among: (file: SourceFile) => boolean = () => true,
): readonly string[] {
  return files.filter(among).flatMap((file) => {
    const found: string[] = [];
    walk(file.ast.program, (node, parent) => {
      if (/^TS(Type|Interface|FunctionType|Union|Array|Tuple)/.test(node.type)) return false;
      if (node.type === "Identifier" && isOnlyName(node, parent)) return false;
      if (is(node)) found.push(place(file, node));
      return true;
    });
    return found;
  });
}

/** `x.name`, `{ name: … }`: the name of a property, not of a variable. A shorthand `{ name }` reads the variable. */
function isOnlyName(node: object, parent: Parameters<Parameters<typeof walk>[1]>[1]): boolean {
  if (parent === undefined) return false;
  if (parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "ObjectProperty") return parent.key === node && !parent.computed && !parent.shorthand;
  return (
    /^(ObjectMethod|ClassMethod|ClassProperty|TSPropertySignature|TSMethodSignature)$/.test(parent.type) &&
    "key" in parent &&
    parent.key === node
  );
}

/** The first cycle of value imports, as the paths along it. */
function findCycle(): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const { own, typeOnly, target } of byPath.get(path)?.imports ?? []) {
      const cycle = own && !typeOnly ? search(target, [...trail, path]) : undefined;
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = search(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
