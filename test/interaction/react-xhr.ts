import type { TestHost } from "../../src/testing/create-test-host.ts";

/** Creates an `XMLHttpRequest` that asks the scripted host, as far as cards use one. */
export function createXhr(host: TestHost) {
  return class {
    status = 0;
    statusText = "";
    readyState = 0;
    response: unknown = null;
    responseText = "";
    responseType = "";
    timeout = 0;
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    onloadend?: () => void;
    onreadystatechange?: () => void;
    readonly upload = {};
    #method = "GET";
    #url = "";
    readonly #headers: Record<string, string> = {};
    readonly #abort = new AbortController();
    #ended = false;

    open(method: string, url: string): void {
      this.#method = method.toUpperCase();
      this.#url = url;
      this.#become(1);
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }

    send(body?: string | FormData): void {
      const init = { method: this.#method, headers: this.#headers, signal: this.#abort.signal, ...(body === undefined ? {} : { body }) };
      host.fetch(this.#url, init).then(
        async (answer) => {
          const text = await answer.text();
          if (this.#ended) return;
          this.status = answer.status;
          this.responseText = text;
          this.response = this.responseType === "json" ? JSON.parse(text) : text;
          this.#end(this.onload);
        },
        () => this.#end(this.onerror),
      );
    }

    abort(): void {
      if (this.#ended || this.readyState === 0) return;
      this.#abort.abort();
      this.#end(this.onabort);
    }

    #end(tell: (() => void) | undefined): void {
      if (this.#ended) return;
      this.#ended = true;
      this.#become(4);
      tell?.call(this);
      this.onloadend?.();
    }

    #become(state: number): void {
      this.readyState = state;
      this.onreadystatechange?.();
    }
  };
}
