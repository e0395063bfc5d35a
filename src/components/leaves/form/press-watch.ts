/** Knows whether the reader holds a button or a finger down, anywhere on the page. */
export class PressWatch {
  readonly #page: Document;
  readonly #waiting: (() => void)[] = [];
  #isDown = false;

  constructor(page: Document) {
    this.#page = page;
  }

  begin(): void {
    this.#page.addEventListener("pointerdown", this.#down, true);
    for (const type of ups) this.#page.addEventListener(type, this.#up, true);
  }

  end(): void {
    this.#page.removeEventListener("pointerdown", this.#down, true);
    for (const type of ups) this.#page.removeEventListener(type, this.#up, true);
    this.#isDown = false;
    this.#waiting.length = 0;
  }

  /** Does something at once or, while something is pressed, after that: what moves under a press would not be clicked. */
  after(run: () => void): void {
    if (this.#isDown) this.#waiting.push(run);
    else run();
  }

  readonly #down = (): void => {
    this.#isDown = true;
  };

  readonly #up = (): void => {
    this.#isDown = false;
    // The click comes with it, in the same task.
    setTimeout(() => {
      for (const run of this.#waiting.splice(0)) run();
    });
  };
}

const ups = ["pointerup", "pointercancel"] as const;
