import { claimPrefix } from "../../render/dom/claim-prefix.ts";
import { toWorkspaceSettings, type WorkspaceOptions, withIdPrefix } from "../options.ts";
import { LivePanel } from "./live-panel.ts";
import type { InsightsSubject } from "./subject.ts";

/** The insights panel in a page. */
export interface MountedInsights {
  /**
   * Shows other data. Of the same record (the same resource and `id`; records without ids are taken for the same one) cards keep
   * their state, and what is open, focused and scrolled stays so; another record, or a search, begins anew.
   */
  update(subject: InsightsSubject): void;
  /** Takes the panel out of the page, and ends all that its cards have under way. */
  unmount(): void;
}

/**
 * Mounts the insights panel of a record, or of the results of a search, into an element of the page, whose content it replaces.
 *
 * Shows what `renderInsights` writes, with live cards: each has its own budget and ids, and the services of `host`. A card that begins
 * closed is mounted when it is first opened, or printed. Arrow keys, Home and End lead from one card's head to the next. A card that fails,
 * when it is mounted or later, shows its own error, and nothing else is touched. The element is the host's: its width and scrolling too.
 *
 * Throws a `TypeError` for a wrong argument, option or subject, naming it.
 *
 * @example
 * const views = createViews([{ name: "acme.points", resource: "customer", context: "smartbar-card", template: "<p>80 points</p>" }]);
 * const panel = mountInsights(element, { resource: "customer", records: { customer: { id: "1", name: "Ada" } } }, { views });
 * panel.update({ resource: "customer", records: { customer: { id: "1", name: "Ada Park" } } });
 * console.log(element.querySelector("[role=heading]").textContent); // → Ada Park
 * panel.unmount();
 */
export function mountInsights(element: Element, subject: InsightsSubject, options: WorkspaceOptions): MountedInsights {
  if (typeof element?.appendChild !== "function") throw new TypeError("argument `element` has to be an element of the page");
  const settings = toWorkspaceSettings(options);
  // Two panels of one page that the host gives no prefixes have ids of their own.
  const claim = claimPrefix(element.ownerDocument, options.idPrefix, settings.card.policy.idPrefix);
  const panel = new LivePanel(element, withIdPrefix(settings, claim.prefix));
  const unmount = () => {
    panel.unmount();
    claim.release();
  };
  try {
    panel.show(subject);
  } catch (error) {
    unmount();
    throw error;
  }
  return { update: (next) => panel.show(next), unmount };
}
