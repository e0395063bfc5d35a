/** Watches heights of elements that come and go. */
export class HeightWatch {
  readonly #view: Window & typeof globalThis;
  readonly #observer: ResizeObserver | undefined;
  readonly #late = new Set<Element>();
  #isTelling = false;
  #frame: number | undefined;

  /** @param changed Hears of heights before they are painted. */
  constructor(view: Window & typeof globalThis, changed: (heights: ReadonlyMap<Element, number>) => void) {
    this.#view = view;
    this.#observer = new view.ResizeObserver((entries) => {
      const heights = new Map<Element, number>();
      for (const { target, borderBoxSize } of entries) {
        const [box] = borderBoxSize;
        if (box !== undefined && target.isConnected) heights.set(target, box.blockSize);
      }
      this.#isTelling = true;
      try {
        if (heights.size > 0) changed(heights);
      } finally {
        this.#isTelling = false;
      }
    });
  }

  watch(element: Element): void {
    if (!this.#isTelling) {
      this.#observer?.observe(element, { box: "border-box" });
      return;
    }
    // What is added while heights are being told the browser would tell in this frame or complain that it can't.
    this.#late.add(element);
    this.#frame ??= this.#view.requestAnimationFrame(() => {
      this.#frame = undefined;
      for (const one of this.#late) this.#observer?.observe(one, { box: "border-box" });
      this.#late.clear();
    });
  }

  forget(element: Element): void {
    this.#late.delete(element);
    this.#observer?.unobserve(element);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#late.clear();
    if (this.#frame !== undefined) this.#view.cancelAnimationFrame(this.#frame);
  }
}
