import type { Bag } from "../context/bag.ts";
import type { Template } from "../ir/template.ts";
import type { MountedCard } from "../render/dom.ts";
import type { RenderOptions } from "../render/options.ts";
import type { Host } from "../runtime/host.ts";
import { CardSeat } from "./card-seat.ts";

/**
 * A `<kview-card>`: shows a card as long as it stands in a document and has a template and a bag. Its content is the card's. What is set
 * takes effect in a microtask, all of it at once; so an element that is moved within its document keeps its card.
 *
 * It dispatches `kview-diagnostic` (a `CustomEvent` that bubbles, with the diagnostic as `detail`).
 */
export interface KViewCardElement extends HTMLElement {
  template: Template | undefined;
  /** Another one updates the card, which keeps its state. */
  bag: Bag | undefined;
  host: Host | undefined;
  /** The options of `mount` besides `host`. */
  options: Omit<RenderOptions, "host"> | undefined;
  /** The attribute `shadow`: the card stands in an open shadow root. For good, once it has stood there. */
  shadow: boolean;
  /** The attribute `stylesheet`: address of a style sheet for the shadow root, such as that of `kview/theme.css`. */
  stylesheet: string;
  /** Style sheets that the shadow root adopts. */
  styles: readonly CSSStyleSheet[];
  /** The card that is shown. */
  readonly card: MountedCard | undefined;
}

/** What a document makes `<kview-card>`s with. */
export interface KViewCardClass {
  new (): KViewCardElement;
  readonly isKViewCard: true;
}

/** Properties that may be set before the element is known for what it is. */
const settable = ["template", "bag", "host", "options", "styles", "shadow", "stylesheet"] as const;

/** Creates a class of elements. Not made at import: where there is no page there is no `HTMLElement` to extend. */
export function createCardClass(): KViewCardClass {
  return class KViewCard extends HTMLElement implements KViewCardElement {
    static readonly isKViewCard = true;
    static readonly observedAttributes: readonly string[] = ["shadow", "stylesheet"];

    readonly #seat = new CardSeat();
    #template: Template | undefined;
    #bag: Bag | undefined;
    #host: Host | undefined;
    #options: KViewCardElement["options"];
    #styles: readonly CSSStyleSheet[] = [];
    #wrapper: HTMLElement | undefined;
    #link: HTMLLinkElement | undefined;
    #planned = false;

    get template(): Template | undefined {
      return this.#template;
    }

    set template(template) {
      this.#template = template;
      this.#plan();
    }

    get bag(): Bag | undefined {
      return this.#bag;
    }

    set bag(bag) {
      this.#bag = bag;
      this.#plan();
    }

    get host(): Host | undefined {
      return this.#host;
    }

    set host(host) {
      this.#host = host;
      this.#plan();
    }

    get options(): KViewCardElement["options"] {
      return this.#options;
    }

    set options(options) {
      this.#options = options;
      this.#plan();
    }

    get styles(): readonly CSSStyleSheet[] {
      return this.#styles;
    }

    set styles(styles) {
      this.#styles = styles;
      this.#plan();
    }

    get shadow(): boolean {
      return this.hasAttribute("shadow");
    }

    set shadow(shadow) {
      this.toggleAttribute("shadow", Boolean(shadow));
    }

    get stylesheet(): string {
      return this.getAttribute("stylesheet") ?? "";
    }

    set stylesheet(address) {
      this.setAttribute("stylesheet", address);
    }

    get card(): MountedCard | undefined {
      return this.#seat.card;
    }

    connectedCallback(): void {
      for (const name of settable) {
        if (!Object.hasOwn(this, name)) continue;
        // Set while the element was unknown, it lies in front of the accessor.
        const value = this[name];
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
      this.#plan();
    }

    disconnectedCallback(): void {
      this.#plan();
    }

    attributeChangedCallback(): void {
      this.#plan();
    }

    #plan(): void {
      if (this.#planned) return;
      this.#planned = true;
      // Not a promise: what a wrong option throws shall be reported as thrown, not as a rejection.
      queueMicrotask(() => {
        this.#planned = false;
        this.#refresh();
      });
    }

    #refresh(): void {
      const { template, bag, host, options } = this;
      if (!this.isConnected || template === undefined || bag === undefined) return this.#seat.remove();
      this.#seat.show(this.#furnish(), {
        template,
        bag,
        options: {
          ...options,
          ...(host === undefined ? {} : { host }),
          onDiagnostic: (diagnostic) => {
            options?.onDiagnostic?.(diagnostic);
            this.dispatchEvent(new CustomEvent("kview-diagnostic", { detail: diagnostic, bubbles: true }));
          },
        },
      });
    }

    /** Gives the element that the card is mounted into, where it belongs now. */
    #furnish(): HTMLElement {
      const root = this.shadowRoot ?? (this.shadow ? this.attachShadow({ mode: "open" }) : undefined);
      if (this.#wrapper === undefined) {
        this.#wrapper = this.ownerDocument.createElement("div");
        // What the card positions stays inside of it.
        this.#wrapper.className = "kv-root";
      }
      const place = root ?? this;
      if (this.#wrapper.parentNode !== place) place.replaceChildren(this.#wrapper);
      if (root !== undefined) this.#dress(root, this.#wrapper);
      return this.#wrapper;
    }

    #dress(root: ShadowRoot, wrapper: HTMLElement): void {
      const sheets = root.adoptedStyleSheets;
      if (sheets.length !== this.#styles.length || this.#styles.some((sheet, index) => sheet !== sheets[index]))
        root.adoptedStyleSheets = [...this.#styles];
      if (this.stylesheet === "") return this.#link?.remove();
      this.#link ??= this.ownerDocument.createElement("link");
      this.#link.rel = "stylesheet";
      if (this.#link.getAttribute("href") !== this.stylesheet) this.#link.href = this.stylesheet;
      if (this.#link.parentNode !== root) wrapper.before(this.#link);
    }
  };
}
