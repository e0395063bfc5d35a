import { loadTemplate } from "../../entry/load-template.ts";
import type { Template } from "../../ir/template.ts";
import { recordDetails, searchSummary } from "./stored-programs.ts";

/** A view of the panel's own, compiled ahead. Loaded when it is first shown, once for all panels. */
class StoredView {
  readonly name: string;
  readonly #program: string;
  #template: Template | undefined;

  constructor(name: string, program: string) {
    this.name = name;
    this.#program = program;
  }

  template(): Template {
    return (this.#template ??= loadTemplate(JSON.parse(this.#program)));
  }
}

/** What the panel shows of a record, and beside the results of a search. */
export const storedViews = {
  record: new StoredView("kview.record-details", recordDetails),
  search: new StoredView("kview.search-summary", searchSummary),
} as const;
