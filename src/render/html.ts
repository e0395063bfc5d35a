import type { Bag } from "../context/bag.ts";
import type { Linked } from "../engine/link.ts";
import type { Program } from "../ir/program.ts";
import type { Template } from "../ir/template.ts";
import { escapeText } from "../runtime/escape.ts";
import { writeErrorCard } from "./error-card.ts";
import { HtmlLinker } from "./html-link.ts";
import { writeChild } from "./html-write.ts";
import { linkTemplate } from "./link-template.ts";
import type { Settings } from "./options.ts";
import { bindPrinted, type Printed } from "./printed.ts";
import { createRealm, toRootId } from "./realm.ts";
import { checkRepeats } from "./repeats.ts";
import { runScript, toFailure } from "./run-card.ts";
import { ViewLinker } from "./view-link.ts";

/**
 * Renders a card to HTML, with checked options: where many cards are rendered with the same ones, they are checked once. An error card
 * takes the place of a card that fails.
 *
 * @param spend Hears how much the card has used, and gives what its jobs may use when it is finished.
 */
export function renderCard(template: Template, bag: Bag, settings: Settings, spend?: (fuel: number) => number): string {
  const { program } = template;
  const realm = createRealm(template, bag, settings);
  let html: string;
  try {
    // Linked inside: a program nested too deep to link is a failed card too.
    html = writeChild(realm, runScript(realm, template.linked(realm.klasses === undefined ? linkPlain : linkLabelled).script));
    if (realm.references > 0) checkRepeats(realm, html);
  } catch (error) {
    const failed = toFailure(realm, error);
    realm.report(failed);
    return writeErrorCard(failed);
  } finally {
    if (spend !== undefined) realm.fuel = Math.min(realm.fuel, spend(settings.limits.fuel - realm.fuel));
  }
  return program.facts.styled || settings.theme !== undefined ? wrap(html, program, settings) : html;
}

/** Linked for bags without klass metadata, and for those with: where there is none, labels are static text. */
function linkPlain(template: Template): Linked {
  return linkHtml(template, true);
}

function linkLabelled(template: Template): Linked {
  return linkHtml(template, false);
}

function linkHtml(template: Template, plainLabels: boolean): Linked {
  const { program, printed } = template;
  const { deferred, inspects } = program.facts;
  const markup = inspects ? new ViewLinker() : new HtmlLinker(deferred, plainLabels);
  if (printed === undefined) return linkTemplate(template, markup);
  return linkTemplate(template, markup, undefined, (linker) => bindPrinted(printed as Printed, program, linker, plainLabels));
}

/** A card with styles of its own, or a theme, gets a root element: its styles reach no further. */
function wrap(html: string, program: Program, settings: Settings): string {
  const root = program.facts.styled ? ` data-kv-root="${escapeText(toRootId(program, settings))}"` : "";
  return `<div class="kv-root"${root}${settings.theme === undefined ? "" : ` data-theme="${settings.theme}"`}>${html}</div>`;
}
