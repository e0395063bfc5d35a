import type { HostClock } from "../../../runtime/host.ts";
import { frameLimits } from "./limits.ts";
import { type FrameMessage, readMessage } from "./messages.ts";

export interface ChannelOptions {
  /** The window around the frame, where messages arrive. */
  readonly view: Window;
  /** The frame's own window; its page may be another from one moment to the next. */
  readonly target: () => Window | null;
  /** Origin of the page; `null`, as text, for that of a sandbox. */
  readonly origin: string;
  readonly cardId: string;
  readonly clock: HostClock;
  readonly hear: (message: FrameMessage) => void;
  /** Told why messages are not heard. */
  readonly refuse: (reason: string) => void;
}

const second = 1_000;

/**
 * Takes messages of one frame, and posts to it. Heard is what comes from the frame's own window, from the origin that its page has, names
 * the card, and is of a form that the protocol has; of all else nothing comes but a word to the host.
 */
export class Channel {
  readonly #options: ChannelOptions;
  #begun = Number.NEGATIVE_INFINITY;
  #count = 0;

  constructor(options: ChannelOptions) {
    this.#options = options;
  }

  open(): void {
    this.#options.view.addEventListener("message", this.#take);
  }

  close(): void {
    this.#options.view.removeEventListener("message", this.#take);
  }

  /**
   * A page in a sandbox has an origin that nothing can be addressed to. It is posted to by its window alone, which is why nothing is posted
   * before a page has named the card: only the address that the template gave was told that name.
   */
  post(message: Readonly<Record<string, unknown>>): void {
    const { origin, cardId, target } = this.#options;
    target()?.postMessage({ ...message, cardId }, origin === "null" ? "*" : origin);
  }

  readonly #take = (event: MessageEvent): void => {
    const { target, origin, cardId, hear, refuse } = this.#options;
    // Cards, frames in the frame and the host itself send messages to this window as well: they are not for us to judge.
    if (event.source === null || event.source !== target()) return;
    // Before anything is read: a flood costs a comparison a message.
    if (this.#isTooMany()) return refuse("it sends too many messages");
    const read = readMessage(event.data, cardId);
    if (read === undefined) return;
    if (event.origin !== origin) refuse("it has gone to another origin");
    else if ("refused" in read) refuse(read.refused);
    else hear(read.message);
  };

  #isTooMany(): boolean {
    const now = this.#options.clock.now();
    if (now - this.#begun >= second) {
      this.#begun = now;
      this.#count = 0;
    }
    return ++this.#count > frameLimits.messages;
  }
}
