import { fillWords, type WorkspaceWords } from "../../words.ts";
import { setHidden, setText } from "./write-changes.ts";

export interface StatusOptions {
  readonly words: WorkspaceWords;
  readonly formatNumber: (number: number) => string;
  /** How many of how many are shown. */
  readonly count: HTMLElement;
  /** What is said in place of items. */
  readonly empty: HTMLElement;
  readonly news: HTMLElement;
  readonly clearFilter: () => void;
  readonly showNews: () => void;
}

export interface Status {
  readonly shown: number;
  readonly total: number;
  readonly isFiltered: boolean;
  readonly isSearching: boolean;
  /** New items above, which the reader has not seen. */
  readonly news: number;
}

/** Says in words what the timeline shows. Each is a live region: what is written is read out, so nothing is written twice. */
export class TimelineStatus {
  readonly #options: StatusOptions;
  readonly #clear: HTMLButtonElement;
  readonly #said: HTMLElement;
  #newsButton: HTMLButtonElement | undefined;

  constructor(options: StatusOptions) {
    this.#options = options;
    const { empty, words, clearFilter } = options;
    const owner = empty.ownerDocument;
    this.#said = owner.createElement("p");
    this.#clear = this.#createButton(words.clearFilter, clearFilter);
    empty.append(this.#said, this.#clear);
  }

  show({ shown, total, isFiltered, isSearching, news }: Status): void {
    const { words, formatNumber, count, empty } = this.#options;
    const numbers = { shown: formatNumber(shown), total: formatNumber(total) };
    setText(count, fillWords(isSearching ? words.searching : isFiltered ? words.someShown : words.allShown, numbers));
    setHidden(empty, shown > 0 || isSearching);
    setText(this.#said, isFiltered ? words.nothingFound : words.noItems);
    setHidden(this.#clear, !isFiltered);
    this.#showNews(news);
  }

  #showNews(news: number): void {
    const { words, formatNumber, news: place, showNews } = this.#options;
    if (news === 0) {
      this.#newsButton?.remove();
      this.#newsButton = undefined;
      return;
    }
    if (this.#newsButton === undefined) {
      this.#newsButton = this.#createButton("", showNews);
      place.append(this.#newsButton);
    }
    setText(this.#newsButton, fillWords(words.newItems, { count: formatNumber(news) }));
  }

  #createButton(text: string, run: () => void): HTMLButtonElement {
    const button = this.#options.empty.ownerDocument.createElement("button");
    button.type = "button";
    button.className = "kv-timeline-action";
    button.textContent = text;
    button.addEventListener("click", run);
    return button;
  }
}
