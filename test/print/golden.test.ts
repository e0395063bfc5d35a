import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { standardComponents } from "../../src/components.ts";
import { createContext } from "../../src/index.ts";
import { type CardOptions, compileCard, runString } from "../support/card.ts";
import { findUnlisted } from "./message.ts";

const root = `${import.meta.dirname}/../../fixtures/email/`;
const update = process.env.UPDATE === "1";

interface Case {
  readonly path: string;
  readonly source: string;
  readonly data: Parameters<typeof createContext>[0];
  readonly options: CardOptions;
}

const components = standardComponents.flatMap(({ name, examples }) =>
  examples.map((source, i): Case => {
    const path = `components/${name.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase()}-${i + 1}`;
    return { path, source, data: { resource: "kobject.order", kobject: { title: "10-4417" } }, options: { now: "2026-10-05T08:00:00Z" } };
  }),
);

const views = `${import.meta.dirname}/../../fixtures/timeline/`;
const timeline = readdirSync(views).map(
  (name): Case => ({
    path: `timeline/${name}`,
    source: readFileSync(`${views}${name}/template.kview.jsx`, "utf8"),
    data: JSON.parse(readFileSync(`${views}${name}/data.json`, "utf8")),
    options: { now: "2026-10-14T09:30:00Z", timeZone: "Europe/Stockholm" },
  }),
);

// Cards that only a message shows something of: each a directory with a template, and data where it has any.
const own = `${root}cards/`;
const cards = readdirSync(own).map((name): Case => {
  const data = `${own}${name}/data.json`;
  return {
    path: `cards/${name}/expected`,
    source: readFileSync(`${own}${name}/template.kview.jsx`, "utf8"),
    data: existsSync(data) ? JSON.parse(readFileSync(data, "utf8")) : { resource: "customer" },
    options: { now: "2026-10-05T08:00:00Z" },
  };
});

describe.each([...components, ...timeline, ...cards])("$path", ({ path, source, data, options }) => {
  it.each([
    ["email", "html"],
    ["text", "txt"],
  ] as const)("is the golden %s", (target, extension) => {
    const file = `${root}${path}.${extension}`;
    const { html, diagnostics } = runString(compileCard(source).template, createContext(data), { ...options, target });
    expect(diagnostics.filter(({ code }) => code.startsWith("run/") || code.startsWith("limit/"))).toEqual([]);
    if (target === "email") expect(findUnlisted(html)).toEqual([]);
    if (update) {
      mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      writeFileSync(file, html === "" ? "" : `${html}\n`);
    } else expect(html === "" ? "" : `${html}\n`).toBe(readFileSync(file, "utf8"));
  });
});
