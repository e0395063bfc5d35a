import { readFile } from "node:fs/promises";
import { viewContexts } from "../components/definition-rules.ts";
import type { ContextInput } from "../context.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { themes } from "../policy/themes.ts";
import type { Command } from "./command.ts";
import { formatDocument } from "./document.ts";
import { UsageFault } from "./fault.ts";
import { formatMessage } from "./message.ts";
import type { Arguments } from "./options.ts";
import { readData } from "./read-data.ts";
import { toInputName } from "./read-input.ts";
import { readTemplate, settle } from "./template-file.ts";
import { writeOutput } from "./write-output.ts";

const targets = ["html", "email", "text"] as const;

/** `kview render`: a template and its data in, HTML out. */
export const renderCommand: Command = {
  name: "render",
  summary: "renders a template with data to HTML",
  operand: { name: "template", value: "TEMPLATE", help: "the template's file, `-` for standard input" },
  options: [
    { name: "data", value: "FILE", required: true, help: "JSON for `createContext`: the records by name; `-` for standard input" },
    { name: "resource", value: "R", help: "what the view belongs to (customer, kobject.order, …), where the data does not say" },
    {
      name: "context",
      value: "C",
      help: "where the view is shown",
      choices: viewContexts,
    },
    { name: "target", value: "T", help: "what to print: a page's HTML, the default, an e-mail's, or plain text", choices: targets },
    { name: "theme", value: "T", help: "theme", choices: themes },
    { name: "locale", value: "L", help: "BCP 47 tag for dates and numbers; en-US by default" },
    { name: "time-zone", value: "Z", help: "IANA name of the viewer's time zone; UTC by default" },
    { name: "now", value: "ISO", help: "the present, as ISO 8601 date-time with zone; the clock by default" },
    { name: "document", help: "print a whole page with the style sheet, or a whole message" },
    { name: "out", value: "FILE", help: "write to a file in place of standard output" },
  ],
  notes: ["Nothing is written when rendering fails. The same input, with `--now`, gives the same bytes."],
  run: render,
};

async function render(path: string, options: Arguments["options"]): Promise<void> {
  const dataPath = options.get("data") ?? "-";
  if (path === "-" && dataPath === "-") throw new UsageFault("template and data can't both come from standard input");
  const asPage = options.has("document");
  const target = targets.find((one) => one === options.get("target")) ?? "html";
  if (asPage && target === "text") throw new UsageFault("`--document` is for HTML; text is whole as it is");
  const theme = themes.find((one) => one === options.get("theme")) ?? "light";
  const locale = readLocale(options.get("locale"));
  const settings = {
    // Without a theme there is no root element: a fragment is what the template says and nothing else.
    ...(asPage || options.has("theme") ? { theme } : {}),
    locale,
    timeZone: readTimeZone(options.get("time-zone")),
    ...readNow(options.get("now")),
    target,
  };
  const data = await readData(dataPath);
  // What renders is loaded when there is something to do: help, and what is wrong with the usage, comes at once.
  const bag = await toBag(data, options.get("resource"), toInputName(dataPath));
  const file = await readTemplate(path);
  const { compile } = await import("../index.ts");
  const context = viewContexts.find((one) => one === options.get("context"));
  const result = compile(file.source, { name: file.name, ...(context === undefined ? {} : { context }) });
  if (!result.ok) return settle(file, result.diagnostics);
  const diagnostics: Diagnostic[] = [...result.diagnostics];
  const { renderToString } = await import("../html.ts");
  const html = renderToString(result.template, bag, { ...settings, onDiagnostic: (diagnostic) => void diagnostics.push(diagnostic) });
  settle(file, diagnostics);
  const parts = { title: file.name, theme, locale, body: html };
  const page = !asPage
    ? html
    : target === "email"
      ? formatMessage(parts)
      : formatDocument({ ...parts, css: `${pageStyle}${await readTheme()}` });
  await writeOutput(options.get("out") ?? "-", `${page}\n`);
}

/** The theme styles what stands inside a card; the page around it is ours. */
const pageStyle = "body { margin: 15px; background: var(--background-primary-color); }\n";

/** The bag for the data; what `createContext` refuses is the data's fault. */
async function toBag(data: Readonly<Record<string, unknown>>, resource: string | undefined, name: string) {
  if (resource !== undefined && data.resource !== undefined && data.resource !== resource) {
    throw new UsageFault(`${name}: \`resource\` is ${JSON.stringify(data.resource)}, but \`--resource\` says \`${resource}\``);
  }
  const { createContext } = await import("../context.ts");
  try {
    return createContext({ ...data, ...(resource === undefined ? {} : { resource }) } as unknown as ContextInput);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageFault(`${name}: ${error.message}`);
  }
}

function readLocale(locale = "en-US"): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    throw new UsageFault(`\`--locale\` has to be a BCP 47 tag such as de-AT, not \`${locale}\``);
  }
}

function readTimeZone(timeZone = "UTC"): string {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return timeZone;
  } catch {
    throw new UsageFault(`\`--time-zone\` has to be an IANA name such as Europe/Vienna, not \`${timeZone}\``);
  }
}

/** A date-time without zone would mean another instant on another machine. */
function readNow(now: string | undefined): { readonly now?: number } {
  if (now === undefined) return {};
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(now) ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(instant))
    throw new UsageFault(`\`--now\` has to be an ISO 8601 date-time with zone such as 2026-10-02T15:04:05Z, not \`${now}\``);
  return { now: instant };
}

function readTheme(): Promise<string> {
  return readFile(new URL("../theme.css", import.meta.url), "utf8");
}
