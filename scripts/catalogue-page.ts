import type { Component } from "../src/components/define-component.ts";
import { ownComponents, platformComponents, standardComponents } from "../src/components/standard.ts";
import { createContext } from "../src/context.ts";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../src/diagnostics/format.ts";
import { renderToString } from "../src/html.ts";
import { compile } from "../src/index.ts";
import { icons } from "../src/policy/icons.ts";
import { escapeText } from "../src/runtime/escape.ts";
import { formatPropRule } from "./prop-words.ts";

const bag = createContext({ resource: "kobject.order", kobject: { title: "10-4417" } });
/** The present of the examples, so that "3 days ago" stays true. */
const now = "2026-10-05T08:00:00Z";

/** Gives the body of the catalogue: contents, a page for each component, all icons. */
export function formatCatalogue(): string {
  const links = (list: readonly Component[]) => list.map(({ name }) => `<a href="#${name}">${name}</a>`).join(" ");
  return `<main class="catalogue">
<h1>Components</h1>
<p>What a template can use as a tag, without importing it. Those of the platform are documented by its vendor; ours are not, and other
hosts of cards may not have them. Every component also takes <code>className</code>, <code>style</code> and <code>key</code>.</p>
<nav aria-label="Components"><p>Of the platform: ${links(platformComponents)}</p><p>Ours: ${links(ownComponents)}</p><p><a href="#icons">Icons</a></p></nav>
${standardComponents.map(formatComponent).join("\n")}
${formatIcons()}
</main>`;
}

function formatComponent(component: Component): string {
  const { name, purpose = "", contexts, examples } = component;
  const ours = ownComponents.includes(component) ? ' <span class="catalogue-ours">ours</span>' : "";
  const where = contexts === undefined ? "every view" : contexts.join(", ");
  return `<section class="catalogue-component" id="${name}">
<h2>${name}${ours}</h2>
<p>${formatWords(purpose)}</p>
<p class="catalogue-where">Made for: ${where}</p>
${formatProps(component)}
${examples.map((source, index) => formatExample(`${name}-${index + 1}`, source)).join("\n")}
</section>`;
}

function formatProps({ propRules }: Component): string {
  const own = [...propRules].filter(([prop]) => prop !== "className" && prop !== "style");
  if (own.length === 0) return "";
  const rows = own.map(
    ([prop, rule]) =>
      `<tr><td><code>${prop}</code></td><td>${rule.required ? "needed" : ""}</td><td>${formatWords(formatPropRule(rule))}</td></tr>`,
  );
  return `<table class="catalogue-props"><thead><tr><th scope="col">Prop</th><th scope="col"><span class="kv-unseen">Needed</span></th><th scope="col">Takes</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** The source and what it shows, light beside dark, by our own renderer. An example with anything to report fails the catalogue. */
function formatExample(id: string, source: string): string {
  const compiled = compile(source);
  const found: Diagnostic[] = [...compiled.diagnostics];
  const [light, dark] = (["light", "dark"] as const).map((theme) => {
    const options = { theme, now, idPrefix: `${id}-${theme}`, onDiagnostic: (one: Diagnostic) => found.push(one) };
    return compiled.ok ? `<div class="catalogue-shown" data-theme="${theme}">${renderToString(compiled.template, bag, options)}</div>` : "";
  });
  if (found.length > 0) throw new Error(`${id}\n${formatDiagnostics(found, source)}`);
  return `<div class="catalogue-example"><pre tabindex="0" role="group" aria-label="Source of ${id}">${escapeText(source)}</pre><div class="catalogue-themes">${light}${dark}</div></div>`;
}

function formatIcons(): string {
  const items = [...icons].map(
    ([name, path]) => `<li><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg><span>${name}</span></li>`,
  );
  return `<section class="catalogue-component" id="icons"><h2>Icons</h2>
<p>${icons.size} of the Material Design Icons, by the Pictogrammers (Apache License 2.0).</p><ul class="catalogue-icons">${items.join("")}</ul></section>`;
}

/** Words between backticks are code. */
function formatWords(text: string): string {
  return escapeText(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}
