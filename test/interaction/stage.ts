import type { TestHost } from "../../src/testing/create-test-host.ts";

/** Where steps are played: a card in an element of a page, by us or by React. */
export interface Stage {
  readonly element: HTMLElement;
  readonly host: TestHost;
  /** Spells a selector of a step as this side spells ids and names. */
  toSelector(selector: string): string;
  /** Waits until nothing more happens without the clock being moved. */
  settle(): Promise<void>;
  update(file: string): void;
  unmount(): void;
  /** What was reported, `code: message`; `undefined` where nobody reports. */
  readonly reports: readonly string[] | undefined;
  /** What must be gone after unmounting and is not, in words. */
  findLeft(): readonly string[];
}
