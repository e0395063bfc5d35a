/** Writes a link: its text, and its address where that says something else. */
export function formatLink(text: string, href: string): string {
  const address = href.replace(/^(?:mailto|tel):/i, "");
  if (text === "") return address;
  return toKey(text) === toKey(address) ? text : `${text} (${address})`;
}

/** What of an address a person would write: neither scheme nor blanks, and of a telephone's the digits. */
function toKey(text: string): string {
  const bare = text.trim().toLowerCase();
  if (/^[+\d][\d\s()./-]+$/.test(bare)) return bare.replace(/\D/g, "");
  return bare.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
