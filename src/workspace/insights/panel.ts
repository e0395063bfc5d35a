import type { Bag } from "../../context/bag.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Template } from "../../ir/template.ts";

/** A card's template, or what is wrong with it. */
export type Compiled = { readonly template: Template } | { readonly failed: Diagnostic };

/** One KView of the panel. */
export interface PanelView {
  /** Tells it apart from the panel's others, for as long as the panel is about one subject. */
  readonly key: string;
  /** The view's name, for diagnostics. */
  readonly name: string;
  /** In front of its ids. */
  readonly idPrefix: string;
  readonly bag: Bag;
  /** Compiles the view at first use. */
  readonly compile: () => Compiled;
}

/** What is known of one record: the panel's own view, and those of apps below. */
export interface PanelSection {
  readonly key: string;
  readonly label: string;
  readonly views: readonly PanelView[];
}

/** A card below the details. */
export interface PanelCard extends PanelView {
  readonly title: string;
  /** Path data, for a box of 24 by 24. */
  readonly icon: string;
  /** How it begins. */
  readonly isOpen: boolean;
}

/** What a panel shows, for both targets. */
export interface Panel {
  /** Another one is another subject. */
  readonly subject: string;
  readonly sections: readonly PanelSection[];
  readonly cards: readonly PanelCard[];
}
