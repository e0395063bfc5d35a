import { claimPrefix } from "../../../render/dom/claim-prefix.ts";
import { tellHost } from "../../../render/dom/told.ts";
import { toWorkspaceSettings, type WorkspaceOptions, type WorkspaceSettings, withIdPrefix } from "../../options.ts";
import type { TimelineItem } from "../item.ts";
import type { TimelineFilter } from "./item-filter.ts";
import { createFrame } from "./timeline-frame.ts";
import { TimelineModel } from "./timeline-model.ts";
import { TimelineStatus } from "./timeline-status.ts";
import { TimelineToolbar } from "./timeline-toolbar.ts";
import { TimelineView } from "./timeline-view.ts";
import { setAttribute, setHidden } from "./write-changes.ts";

/** Options of `mountTimeline`. */
export interface MountTimelineOptions extends WorkspaceOptions {
  /** Whether there are a search field and a choice of klasses above the items; there are by default. */
  readonly toolbar?: boolean;
}

/** A timeline in the page. An id that it has not, or an item that it has already, is a `TypeError` that names it. */
export interface MountedTimeline {
  /** Adds items of any instants. Those of the instant of others come behind them. What the reader looks at stays where it is. */
  add(items: Iterable<TimelineItem>): void;
  /** As `add`, by the name for older items that were loaded later. */
  append(items: Iterable<TimelineItem>): void;
  /** As `add`, for what has just come in: items of the instant of others come before them. */
  prepend(items: Iterable<TimelineItem>): void;
  /** Gives an item other data. Its cards keep their state, it stays open or closed, and nothing else in the page changes. */
  update(item: TimelineItem): void;
  remove(id: string): void;
  /** Puts other items in place of all. Those that there are before and after stay as they are. */
  replace(items: Iterable<TimelineItem>): void;
  /** Shows the items that pass; all where nothing is given. */
  filter(filter?: TimelineFilter): void;
  expand(id: string): void;
  collapse(id: string): void;
  /** Scrolls to an item, where the filter lets it pass. */
  scrollTo(id: string): void;
  /** Takes the timeline out of the page, and ends all that it has under way. */
  unmount(): void;
}

/**
 * Mounts a customer's timeline into an element of the page, whose content it replaces: newest first, by days, each item a line that opens
 * to its `expanded-timeline` views.
 *
 * Of however many items (100,000 are fine; at 250,000 browsers come to the end of what they can scroll) at most a hundred are in the
 * page. A card is mounted when its item is opened and in sight, by itself: with a budget, ids and a failure of its own. It is taken down
 * when it is scrolled away, unless the reader has used it: the last sixteen of these stay. The element bounds the height; the timeline
 * scrolls within. Needs `kview/theme.css`. Throws a `TypeError` for a wrong argument, option or item, naming it.
 *
 * Keys: arrows go from item to item, Home and End to the first and the last, Page Up and Page Down by a screen, Enter and the
 * space bar open, Escape leads out of a card and closes; Tab goes into an opened card.
 *
 * @example
 * const template = "<p>{kobject.title}</p>";
 * const views = createViews([{ name: "acme.order", resource: "kobject.acme-order", context: "expanded-timeline", template }]);
 * const order = { id: "o-17", resource: "kobject.acme-order", at: "2026-10-13T18:41:00Z", records: { kobject: { title: "A-17" } } };
 * const element = document.body.appendChild(document.createElement("div"));
 * const timeline = mountTimeline(element, [order], { views, theme: "device" });
 * timeline.prepend([{ id: "m-9", resource: "message", at: Date.now(), records: { message: { preview: "Thanks!" } } }]);
 * timeline.filter({ klasses: ["message"], text: "thanks" });
 * timeline.unmount();
 */
export function mountTimeline(element: Element, items: Iterable<TimelineItem>, options: MountTimelineOptions): MountedTimeline {
  if (typeof element?.appendChild !== "function") throw new TypeError("argument `element` has to be an element of the page");
  const given = toWorkspaceSettings(options, ["toolbar"]);
  const { toolbar: hasToolbar = true } = options;
  if (typeof hasToolbar !== "boolean") throw new TypeError("option `toolbar` has to be a boolean");
  const owner = element.ownerDocument;
  if (owner.defaultView === null) throw new TypeError("argument `element` has to be in a page that is shown");
  const claim = claimPrefix(owner, options.idPrefix, given.card.policy.idPrefix);
  try {
    const tell: WorkspaceSettings["tell"] = (found, subject) => tellHost(given.tell, found, subject);
    const settings = { ...withIdPrefix(given, claim.prefix), tell };
    const timeline = start(element, items, settings, hasToolbar);
    return {
      ...timeline,
      unmount: () => {
        timeline.unmount();
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

function start(element: Element, items: Iterable<TimelineItem>, settings: WorkspaceSettings, hasToolbar: boolean): MountedTimeline {
  const owner = element.ownerDocument;
  const model = new TimelineModel(settings);
  const frame = createFrame(owner, settings);
  const view = new TimelineView({ frame, model, changed: () => showStatus() });
  const formatNumber = (number: number) => model.formatNumber(number);
  const status = new TimelineStatus({
    words: settings.words,
    formatNumber,
    count: frame.count,
    empty: frame.empty,
    news: frame.news,
    clearFilter: () => {
      view.show({});
      if (toolbar === undefined) view.enter();
      else toolbar.field.focus();
    },
    showNews: () => view.showNewest(),
  });
  const toolbar = hasToolbar
    ? new TimelineToolbar({
        owner,
        prefix: settings.card.policy.idPrefix,
        words: settings.words,
        locale: settings.card.locale,
        labelOf: (resource) => model.klassLabel(resource),
        formatNumber,
        filter: (filter) => view.show(filter),
        leave: () => view.enter(),
      })
    : undefined;
  const showStatus = () => {
    const { shown, isSearching } = view.status;
    status.show(view.status);
    // A feed holds items, or is not there.
    setHidden(frame.list, shown === 0);
    setAttribute(frame.list, "aria-busy", String(isSearching));
    toolbar?.show(view.counts, view.filter);
  };
  if (toolbar === undefined) frame.count.classList.add("kv-unseen");
  else {
    toolbar.element.append(frame.count);
    frame.scroller.parentElement?.before(toolbar.element);
  }
  const before = [...element.childNodes];
  element.replaceChildren(frame.root);
  try {
    view.start(items);
  } catch (error) {
    view.stop();
    element.replaceChildren(...before);
    throw error;
  }
  let mounted = true;
  const whileMounted = (run: () => void) => {
    if (mounted) run();
  };
  return {
    add: (more) => whileMounted(() => view.add(more, "after")),
    append: (more) => whileMounted(() => view.add(more, "after")),
    prepend: (more) => whileMounted(() => view.add(more, "before")),
    update: (item) => whileMounted(() => view.update(item)),
    remove: (id) => whileMounted(() => view.remove(id)),
    replace: (others) => whileMounted(() => view.replace(others)),
    filter: (filter = {}) => whileMounted(() => view.show(filter)),
    expand: (id) => whileMounted(() => view.setExpanded(id, true)),
    collapse: (id) => whileMounted(() => view.setExpanded(id, false)),
    scrollTo: (id) => whileMounted(() => view.scrollTo(id)),
    unmount: () =>
      whileMounted(() => {
        mounted = false;
        view.stop();
        frame.root.remove();
      }),
  };
}
