import type { AttributeChange, CommandPayload, SearchQuery } from "../runtime/host.ts";

/** One thing that a card asked of its host. */
export type HostCall =
  | {
      readonly service: "request";
      readonly method: string;
      readonly url: string;
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly service: "command"; readonly name: string; readonly payload: CommandPayload }
  | {
      readonly service: "fetch";
      readonly method: string;
      readonly url: string;
      readonly body: string | Blob | FormData | undefined;
      readonly headers: Readonly<Record<string, string>>;
    }
  | ({ readonly service: "updateAttribute" } & Omit<AttributeChange, "signal">)
  | ({ readonly service: "search" } & Omit<SearchQuery, "signal">)
  | { readonly service: "clipboard"; readonly text: string }
  | {
      readonly service: "notify";
      readonly kind: "alert" | "confirm" | "prompt";
      readonly message: string;
      readonly initial: string | undefined;
    }
  | { readonly service: "openLink"; readonly url: string }
  | { readonly service: "log"; readonly level: string; readonly values: readonly unknown[] };
