import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/context.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderToString } from "../../src/html.ts";
import { compile, formatDiagnostics } from "../../src/index.ts";

const root = "fixtures/diagnostic";
const bag = createContext({ resource: "customer", customer: { name: "Ada", custom: {} } });

/** All that is found in a template, when it is compiled and when it is rendered, as people see it. */
function report(source: string): string {
  const result = compile(source);
  const found: Diagnostic[] = [...result.diagnostics];
  if (result.ok) renderToString(result.template, bag, { onDiagnostic: (diagnostic) => found.push(diagnostic) });
  return `${formatDiagnostics(found, source, { name: "template.kview.jsx" })}\n`;
}

describe("reports with code frames", () => {
  it.each(readdirSync(root))("%s", async (name) => {
    const source = readFileSync(join(root, name, "template.kview.jsx"), "utf8");
    await expect(report(source)).toMatchFileSnapshot(join("..", "..", root, name, "expected.txt"));
  });
});
