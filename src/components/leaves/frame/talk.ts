import type { HostClock } from "../../../runtime/host.ts";
import { toCssLength } from "./length.ts";
import { frameLimits } from "./limits.ts";
import type { FrameMessage } from "./messages.ts";

/** How a frame stands. */
export interface FrameState {
  /** A page is waited for; has said that it is there; has said nothing for too long. */
  readonly phase: "waiting" | "shown" | "silent";
  /** The page asked to be put away. */
  readonly isClosed: boolean;
  /** CSS lengths that the page asked for. */
  readonly height: string | undefined;
  readonly width: string | undefined;
}

export interface TalkOptions {
  readonly clock: HostClock;
  /** The template gives the frame a height: the page's first word does not change it. */
  readonly hasHeight: boolean;
  readonly post: (message: Readonly<Record<string, unknown>>) => void;
  /** Gives what a page is told at first, its context among it. */
  readonly greet: () => Readonly<Record<string, unknown>>;
  readonly refuse: (reason: string) => void;
  readonly onChange: (state: FrameState) => void;
}

/** What a frame and its page say to one another, from the page's first word on. */
export class Talk {
  readonly #options: TalkOptions;
  #state: FrameState = { phase: "waiting", isClosed: false, height: undefined, width: undefined };
  /** The page has said that it is there, and its end of loading is still to come. */
  #isEarly = false;
  #context = "";
  #timer: unknown;

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** A page has been loaded. One that has not spoken is another than the one before: it is told nothing until it names the card. */
  loaded(): void {
    const wasEarly = this.#isEarly;
    this.#isEarly = false;
    if (wasEarly) return;
    this.#set({ phase: "waiting", isClosed: false });
    this.#stopWaiting();
    this.#timer = this.#options.clock.setTimeout(() => {
      this.#timer = undefined;
      this.#set({ phase: "silent" });
    }, frameLimits.silence);
  }

  hear(message: FrameMessage): void {
    if (message.type === "INITIALIZE") return this.#initialize(message);
    if (this.#state.phase !== "shown") return this.#options.refuse(`it sent \`${message.type}\` before \`INITIALIZE\``);
    switch (message.type) {
      case "RESIZE": {
        const { height, width } = message;
        if (height !== undefined) this.#set({ height: toCssLength(height, "height") });
        if (width !== undefined) this.#set({ width: toCssLength(width, "width") });
        return;
      }
      case "OPEN":
        return this.#set({ isClosed: false });
      case "CLOSE":
        return this.#set({ isClosed: true });
      case "REQUEST":
        this.#options.refuse("it sent a `REQUEST`, and requests of pages are not answered yet");
        this.#options.post({ type: "REQUEST", requestId: message.requestId, data: null, err: noRequests });
    }
  }

  /** The reader has a page shown that had itself put away. */
  reopen(): void {
    this.#set({ isClosed: false });
  }

  /** Tells the page of another context than the one that it knows. */
  update(context: unknown): void {
    if (this.#state.phase !== "shown") return;
    const text = JSON.stringify(context);
    if (text === this.#context) return;
    this.#context = text;
    this.#options.post({ type: "CONTEXT_UPDATE", context });
  }

  end(): void {
    this.#stopWaiting();
  }

  #initialize({ height }: FrameMessage & { readonly type: "INITIALIZE" }): void {
    this.#isEarly = this.#state.phase !== "silent" && this.#timer === undefined;
    this.#stopWaiting();
    const greeting = this.#options.greet();
    this.#context = JSON.stringify(greeting.context);
    this.#set({ phase: "shown" });
    if (height !== undefined && !this.#options.hasHeight) this.#set({ height: toCssLength(height, "height") });
    this.#options.post({ type: "INITIALIZE", ...greeting });
  }

  #stopWaiting(): void {
    if (this.#timer !== undefined) this.#options.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(change: Partial<FrameState>): void {
    const names = Object.keys(change) as (keyof FrameState)[];
    if (names.every((name) => change[name] === this.#state[name])) return;
    this.#state = { ...this.#state, ...change };
    this.#options.onChange(this.#state);
  }
}

const noRequests = { message: "REQUEST is not answered here: requests of embedded pages need `kview/embed`, which is not there yet" };
