import type { Component } from "../src/components/define-component.ts";
import { ownComponents, platformComponents, standardComponents } from "../src/components/standard.ts";
import { icons } from "../src/policy/icons.ts";
import { escapeText } from "../src/runtime/escape.ts";
import { formatPropRule } from "./prop-words.ts";
import { renderExample } from "./render-example.ts";

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

/** The source and what it shows, light beside dark. An example with anything to report fails the catalogue. */
function formatExample(id: string, source: string): string {
  const [light, dark] = (["light", "dark"] as const).map(
    (theme) => `<div class="catalogue-shown" data-theme="${theme}">${renderExample(`${id}-${theme}`, source, theme)}</div>`,
  );
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
