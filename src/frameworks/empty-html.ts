/**
 * Gives markup that is empty, in the form that the page takes: where it asks for trusted HTML a text is refused, be it empty, and what the
 * page itself holds for nothing needs no policy.
 */
export function emptyHtml(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: { readonly emptyHTML: string } };
  return trustedTypes?.emptyHTML ?? "";
}
