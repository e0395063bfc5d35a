import { judgeHeaderName, judgeHeaderValue, requestCaps } from "../../policy/requests.ts";
import type { FetchAnswer, Host } from "../../runtime/host.ts";
import type { FetchRequest } from "./fetch-request.ts";

/** What an answer says of itself: texts and numbers, checked. */
export interface AnswerHead {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** What the host answered was no answer. Nothing of it is told. */
class BadAnswer extends Error {}

/** An answer's content was longer than a card may read. */
export class LongAnswer extends Error {}

/** Describes an answer; what is none throws. Cookies are not the card's to see (Fetch 2.2.2, "forbidden response-header"). */
function describeAnswer(answer: FetchAnswer): AnswerHead {
  const { status, statusText, url, headers } = answer;
  if (!Number.isInteger(status) || status < 100 || status > 999) throw new BadAnswer();
  const values = new Map<string, string>();
  for (const [name, value] of headers ?? []) {
    const key = typeof name === "string" ? judgeHeaderName(name) : undefined;
    const text = typeof value === "string" ? judgeHeaderValue(value) : undefined;
    if (key === undefined || text === undefined || key === "set-cookie" || key === "set-cookie2") continue;
    if (values.size >= requestCaps.headers) break;
    const earlier = values.get(key);
    values.set(key, (earlier === undefined ? text : `${earlier}, ${text}`).slice(0, requestCaps.headerValue));
  }
  return {
    status,
    statusText: typeof statusText === "string" ? statusText.slice(0, 200) : "",
    url: typeof url === "string" && url.length <= requestCaps.url ? url : "",
    headers: values,
  };
}

/**
 * The content of an answer. It is read when it is asked for, and once: what was read is kept for copies of the answer.
 *
 * Runs outside the closed universe; a failure of the host rejects.
 */
export class AnswerContent {
  readonly #answer: FetchAnswer;
  readonly #most: number;
  #read: Promise<string | Blob> | undefined = undefined;
  /** Ends the exchange. */
  readonly #cut: AbortController;
  /** A copy may want the other form: then the bytes are kept, which a text can't give back. */
  shared = false;
  readonly head: AnswerHead;

  constructor(answer: FetchAnswer, most: number, cut: AbortController) {
    this.head = describeAnswer(answer);
    this.#answer = answer;
    this.#most = most;
    this.#cut = cut;
  }

  /** Reads the content as text. */
  async text(signal: AbortSignal): Promise<string> {
    const content = await this.#take(this.shared, signal);
    return typeof content === "string" ? content : content.text();
  }

  /** Reads the content as bytes. A host that gives only texts has none but theirs. */
  async blob(signal: AbortSignal): Promise<Blob> {
    const content = await this.#take(true, signal);
    const type = this.head.headers.get("content-type") ?? "";
    return typeof content === "string" ? new Blob([content], { type }) : content;
  }

  #take(bytes: boolean, signal: AbortSignal): Promise<string | Blob> {
    follow(signal, this.#cut);
    this.#read ??= this.#readAnswer(bytes);
    return this.#read;
  }

  async #readAnswer(bytes: boolean): Promise<string | Blob> {
    const answer = this.#answer;
    // Before it is read, where the server says it; a stream that is longer than it said is the host's affair.
    if (Number(this.head.headers.get("content-length") ?? 0) > this.#most) throw new LongAnswer();
    const content: unknown = bytes && typeof answer.blob === "function" ? await answer.blob() : await answer.text();
    if (typeof content !== "string" && !(content instanceof Blob)) throw new BadAnswer();
    if ((typeof content === "string" ? content.length : content.size) > this.#most) throw new LongAnswer();
    return content;
  }
}

/**
 * Asks the host's `fetch`. The host's signal outlives the answer's head: it is aborted while the content is read, too.
 *
 * @param most Bytes that the answer may have.
 */
export async function exchange(
  service: NonNullable<Host["fetch"]>,
  { url, init }: FetchRequest,
  most: number,
  signal: AbortSignal,
): Promise<AnswerContent> {
  const cut = new AbortController();
  follow(signal, cut);
  return new AnswerContent(await service(url, { ...init, signal: cut.signal }), most, cut);
}

function follow(signal: AbortSignal, cut: AbortController): void {
  if (signal.aborted) cut.abort();
  else signal.addEventListener("abort", () => cut.abort(), { once: true });
}
