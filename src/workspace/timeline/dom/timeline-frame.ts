import type { WorkspaceSettings } from "../../options.ts";

/** What stands around the items, and holds nothing of any template. */
export interface TimelineFrame {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly list: HTMLElement;
  /** How many items are shown. */
  readonly count: HTMLElement;
  /** Where the reader is told of new items. */
  readonly news: HTMLElement;
  /** What is said in place of items. */
  readonly empty: HTMLElement;
}

/** Creates the elements of a timeline, without putting them into the page. */
export function createFrame(owner: Document, { theme, words, card }: WorkspaceSettings): TimelineFrame {
  const create = (tag: string, className: string, attributes: Readonly<Record<string, string>> = {}) => {
    const element = owner.createElement(tag);
    element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  // Days are headings of the third level.
  const title = create("h2", "kv-unseen", { id: `${card.policy.idPrefix}-timeline` });
  title.textContent = words.timeline;
  const root = create("section", "kv-timeline kv-timeline-live", {
    "aria-labelledby": title.id,
    ...(theme === undefined ? {} : { "data-theme": theme }),
  });
  const stage = create("div", "kv-timeline-stage");
  const count = create("p", "kv-timeline-count", { role: "status", dir: "auto" });
  const news = create("div", "kv-timeline-news", { role: "status" });
  const scroller = create("div", "kv-timeline-scroller");
  const list = create("div", "kv-timeline-list", { role: "feed", "aria-labelledby": title.id });
  const empty = create("div", "kv-timeline-empty");
  empty.hidden = true;
  scroller.append(list, empty);
  stage.append(count, news, scroller);
  root.append(title, stage);
  return { root, scroller, list, count, news, empty };
}
