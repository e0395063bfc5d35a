import { isLength } from "./length.ts";
import { frameLimits } from "./limits.ts";

/** What an embedded page asks of the card around it (`reference/kview.md`, section 5). */
export type FrameMessage =
  | { readonly type: "INITIALIZE"; readonly height?: number | string }
  | { readonly type: "RESIZE"; readonly height?: number | string; readonly width?: number | string }
  | { readonly type: "OPEN" | "CLOSE" }
  | { readonly type: "REQUEST"; readonly requestId: string | number };

/** A message, or why it is none. */
export type ReadMessage = { readonly message: FrameMessage } | { readonly refused: string };

type Check = (value: unknown) => boolean;

const length: Check = (value) => value === undefined || value === null || isLength(value);
const requestId: Check = (value) =>
  typeof value === "number" ? Number.isFinite(value) : typeof value === "string" && value !== "" && value.length <= frameLimits.textLength;

/** Types of messages, and the members that each is read for. Others are not looked at. */
const shapes: ReadonlyMap<string, Readonly<Record<string, Check>>> = new Map<string, Readonly<Record<string, Check>>>([
  ["INITIALIZE", { height: length }],
  ["RESIZE", { height: length, width: length }],
  ["OPEN", {}],
  ["CLOSE", {}],
  ["REQUEST", { requestId }],
]);

/** What hosts of modals answer; there is none here. */
const modals: ReadonlySet<string> = new Set(
  "MODAL_INITIALIZE MODAL_SHOW MODAL_HIDE MODAL_CLOSE MODAL_CLOSE_ALL MODAL_NAVIGATE MODAL_CONTEXT_UPDATE".split(" "),
);

/**
 * Reads what the page of a frame has sent; `undefined` for what is none of this protocol, which is anybody's. Only members of the
 * message's own are read, each once, so that nothing comes of a prototype and nothing changes behind a check.
 */
export function readMessage(data: unknown, cardId: string): ReadMessage | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const own = (name: string): unknown => (Object.hasOwn(data, name) ? (data as Readonly<Record<string, unknown>>)[name] : undefined);
  const type = own("type");
  if (typeof type !== "string") return undefined;
  const shape = shapes.get(type);
  const isModal = modals.has(type);
  if (shape === undefined && !isModal) return own("cardId") === cardId ? { refused: "it sent a message of an unknown type" } : undefined;
  if (own("cardId") !== cardId) return { refused: `its \`${type}\` is not for this card` };
  if (shape === undefined) return { refused: `it asked for a modal (\`${type}\`), and there are none yet` };
  const message: Record<string, unknown> = { type };
  for (const [name, check] of Object.entries(shape)) {
    const value = own(name);
    if (!check(value)) return { refused: `\`${name}\` of its \`${type}\` has not the form that is promised` };
    if (value !== undefined && value !== null) message[name] = value;
  }
  return { message: message as unknown as FrameMessage };
}
