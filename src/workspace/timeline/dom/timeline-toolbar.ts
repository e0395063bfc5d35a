import type { WorkspaceWords } from "../../words.ts";
import type { ItemFilter, TimelineFilter } from "./item-filter.ts";
import { toMove } from "./moves.ts";
import { setText } from "./write-changes.ts";

export interface ToolbarOptions {
  readonly owner: Document;
  /** In front of ids. */
  readonly prefix: string;
  readonly words: WorkspaceWords;
  readonly locale: string;
  readonly labelOf: (resource: string) => string;
  readonly formatNumber: (number: number) => string;
  /** The reader wants to see something else. */
  readonly filter: (filter: TimelineFilter) => void;
  /** The reader goes down from the field, to the items. */
  readonly leave: () => void;
}

interface Kind {
  readonly name: string;
  readonly label: HTMLLabelElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** The reader's controls above a timeline: a field to search in, a choice of klasses with how many items each has. */
export class TimelineToolbar {
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
  readonly #options: ToolbarOptions;
  readonly #toggle: HTMLButtonElement;
  readonly #group: HTMLElement;
  readonly #kinds = new Map<string, Kind>();

  constructor(options: ToolbarOptions) {
    const { owner, words, prefix } = options;
    this.#options = options;
    this.element = owner.createElement("div");
    this.element.className = "kv-timeline-tools";
    this.element.setAttribute("role", "search");
    this.element.setAttribute("aria-label", words.timeline);

    this.field = owner.createElement("input");
    this.field.type = "search";
    this.field.className = "kv-input kv-timeline-search";
    this.field.placeholder = words.search;
    this.field.autocomplete = "off";
    this.field.setAttribute("aria-label", words.search);
    this.field.addEventListener("input", () => this.#tell());
    this.field.addEventListener("keydown", (event) => {
      if (toMove(event) !== "next") return;
      event.preventDefault();
      options.leave();
    });

    this.#toggle = owner.createElement("button");
    this.#toggle.type = "button";
    this.#toggle.className = "kv-timeline-filter";
    this.#toggle.setAttribute("aria-expanded", "false");
    this.#toggle.setAttribute("aria-controls", `${prefix}-kinds`);
    this.#toggle.addEventListener("click", () => this.#open(Boolean(this.#group.hidden)));

    this.#group = owner.createElement("div");
    this.#group.className = "kv-timeline-kinds";
    this.#group.id = `${prefix}-kinds`;
    this.#group.hidden = true;
    this.#group.setAttribute("role", "group");
    this.#group.setAttribute("aria-label", words.filter);
    this.#group.addEventListener("change", () => this.#tell());

    this.element.append(this.field, this.#toggle, this.#group);
  }

  /** Shows what there is to choose from, and what is chosen. */
  show(counts: ReadonlyMap<string, number>, filter: ItemFilter): void {
    // Not while it is being typed: blanks at its end are the reader's.
    if (this.field.value !== filter.text) this.field.value = filter.text;
    this.#showKinds(counts, filter.klasses);
    const { words, formatNumber } = this.#options;
    const chosen = filter.klasses.size === 0 ? "" : ` (${formatNumber(filter.klasses.size)})`;
    setText(this.#toggle, words.filter + chosen);
  }

  #showKinds(counts: ReadonlyMap<string, number>, chosen: ReadonlySet<string>): void {
    const { labelOf, formatNumber } = this.#options;
    const resources = [...new Set([...counts.keys(), ...chosen])];
    const isSame = resources.length === this.#kinds.size && resources.every((resource) => this.#kinds.has(resource));
    for (const resource of resources) {
      const kind = this.#kinds.get(resource) ?? this.#createKind(resource, labelOf(resource));
      kind.box.checked = chosen.has(resource);
      setText(kind.count, formatNumber(counts.get(resource) ?? 0));
    }
    if (isSame) return;
    for (const [resource, { label }] of this.#kinds) {
      if (resources.includes(resource)) continue;
      label.remove();
      this.#kinds.delete(resource);
    }
    const { locale } = this.#options;
    const kinds = [...this.#kinds.values()].sort((one, other) => one.name.localeCompare(other.name, locale));
    // Only where it has to: a box that is put anew loses the focus.
    kinds.forEach(({ label }, index) => {
      const place = this.#group.children[index] ?? null;
      if (place !== label) this.#group.insertBefore(label, place);
    });
  }

  #createKind(resource: string, text: string): Kind {
    const { owner } = this.#options;
    const label = owner.createElement("label");
    label.className = "kv-timeline-kind";
    const box = owner.createElement("input");
    box.type = "checkbox";
    box.value = resource;
    const name = owner.createElement("span");
    name.textContent = text;
    const count = owner.createElement("span");
    count.className = "kv-timeline-kind-count";
    label.append(box, name, " ", count);
    const kind = { name: text, label, box, count };
    this.#kinds.set(resource, kind);
    return kind;
  }

  #open(open: boolean): void {
    this.#group.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", String(open));
  }

  #tell(): void {
    const klasses = [...this.#kinds].filter(([, { box }]) => box.checked).map(([resource]) => resource);
    this.#options.filter({ klasses, text: this.field.value });
  }
}
