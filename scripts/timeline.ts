import { readFileSync } from "node:fs";
import { createContext } from "../src/context.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../src/diagnostics/format.ts";
import { renderToString } from "../src/html.ts";
import { compile } from "../src/index.ts";

/** One view of the sample customer, rendered. */
export interface RenderedView {
  readonly name: string;
  readonly title: string;
  readonly context: string;
  /** When the record was created; absent for views of the customer. */
  readonly at: string | undefined;
  readonly html: string;
}

interface ViewFile {
  readonly context: "expanded-timeline" | "smartbar-card" | "smartbar-details";
  readonly meta: { readonly displayName: string };
}

const root = "fixtures/timeline";
/** The present of the sample data, so that "in 2 days" stays true. */
export const present = Date.parse("2026-10-14T09:30:00Z");
export const timeZone = "Europe/Stockholm";

/** Renders one view of `fixtures/timeline`. */
export function renderView(name: string, theme: "light" | "dark"): RenderedView {
  const source = readFileSync(`${root}/${name}/template.kview.jsx`, "utf8");
  const { context, meta } = JSON.parse(readFileSync(`${root}/${name}/kview.json`, "utf8")) as ViewFile;
  const data = JSON.parse(readFileSync(`${root}/${name}/data.json`, "utf8")) as Parameters<typeof createContext>[0];
  const result = compile(source, { name, context });
  const diagnostics: Diagnostic[] = [...result.diagnostics];
  const html = result.ok
    ? renderToString(result.template, createContext(data), {
        theme,
        timeZone,
        now: present,
        idPrefix: name,
        onDiagnostic: (one) => diagnostics.push(one),
      })
    : "";
  if (diagnostics.length > 0) throw new Error(`\n${formatDiagnostics(diagnostics, source, { name })}`);
  const kobject = data.kobject as { readonly createdAt?: string } | undefined;
  return { name, title: meta.displayName, context, at: kobject?.createdAt, html };
}
