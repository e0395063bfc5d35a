import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type ParseResult, parse } from "@babel/parser";
import type { File, Node } from "@babel/types";

/** One module of `src`, parsed, with what it imports. */
export interface SourceFile {
  /** Relative to `src`, with slashes. */
  readonly path: string;
  /** First folder below `src`; `""` for public entries. */
  readonly folder: string;
  readonly text: string;
  readonly ast: ParseResult<File>;
  readonly imports: readonly Import[];
}

export interface Import {
  /** Path relative to `src` for modules of ours, else the package as written. */
  readonly target: string;
  readonly own: boolean;
  /** Vanishes when types are stripped. */
  readonly typeOnly: boolean;
  readonly reexport: boolean;
}

/** Reads and parses every module of `src`. */
export function readSource(root = "src"): readonly SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => toSourceFile(path.split(sep).join("/"), readFileSync(join(root, path), "utf8")));
}

/** Parses one module, given its path relative to `src`. */
export function toSourceFile(path: string, text: string): SourceFile {
  const ast = parse(text, { sourceType: "module", plugins: ["typescript"], sourceFilename: path });
  const folder = path.includes("/") ? (path.split("/")[0] ?? "") : "";
  return { path, folder, text, ast, imports: readImports(ast, path) };
}

function readImports(ast: ParseResult<File>, path: string): readonly Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, reexport: boolean) => {
    const own = specifier.startsWith(".");
    const target = own
      ? relative(".", join(dirname(path), specifier))
          .split(sep)
          .join("/")
      : specifier;
    imports.push({ target, own, typeOnly, reexport });
  };
  walk(ast.program, (node) => {
    switch (node.type) {
      case "ImportDeclaration": {
        const inline =
          node.specifiers.length > 0 && node.specifiers.every((one) => one.type === "ImportSpecifier" && one.importKind === "type");
        return add(node.source.value, node.importKind === "type" || inline, false);
      }
      case "ExportAllDeclaration":
        return add(node.source.value, node.exportKind === "type", true);
      case "ExportNamedDeclaration": {
        if (!node.source) return;
        const inline =
          node.specifiers.length > 0 && node.specifiers.every((one) => one.type === "ExportSpecifier" && one.exportKind === "type");
        return add(node.source.value, node.exportKind === "type" || inline, true);
      }
      case "ImportExpression":
      case "CallExpression": {
        const source = node.type === "ImportExpression" ? node.source : node.callee.type === "Import" ? node.arguments[0] : undefined;
        if (source?.type === "StringLiteral") add(source.value, false, false);
        return;
      }
      case "TSImportType":
        if (node.argument.type === "StringLiteral") add(node.argument.value, true, false);
    }
  });
  return imports;
}

/** Visits a node and everything below it; `visit` may give `false` to leave out what is below. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => unknown, parent?: Node): void {
  if (visit(node, parent) === false) return;
  for (const child of childrenOf(node)) walk(child, visit, node);
}

export function childrenOf(node: Node): readonly Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== "loc" && !key.endsWith("Comments") && key !== "extra" && key !== "errors")
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Node => typeof value === "object" && value !== null && typeof value.type === "string");
}

/** `path:line` of a node, for messages. */
export function place(file: SourceFile, node: Node): string {
  return `src/${file.path}:${node.loc?.start.line ?? 0}`;
}

/** The names that a pattern binds. */
export function namesIn(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => namesIn(property.type === "RestElement" ? property.argument : property.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
