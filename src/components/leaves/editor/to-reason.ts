const longest = 200;

/** Says what a service of the host failed with, in a few words for the host itself. */
export function toReason(error: unknown): string {
  if (typeof error === "string") return error.slice(0, longest);
  if (typeof error !== "object" || error === null) return "no reason was given";
  const { message, status } = error as { readonly message?: unknown; readonly status?: unknown };
  if (typeof message === "string" && message !== "") return message.slice(0, longest);
  return typeof status === "number" ? `status ${status}` : "no reason was given";
}
