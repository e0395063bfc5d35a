// What a card may fill in for the agent. `bcc` would send copies unseen; `attach` names files in some mail programs.
const fields: ReadonlySet<string> = new Set(["subject", "body", "cc", "to"]);

// Percent-encoded C0 controls and DEL.
const control = /%(?:[01][0-9a-f]|7f)/i;
// The same without line breaks and tab, which RFC 6068 section 5 wants in a body.
const bodyControl = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;
// A line that a careless mail program could read as a header of the message.
const headerLine =
  /(?:%0[ad])(?:%20|\+|%09)*(?:b?cc|to|from|sender|reply-to|subject|attach[a-z]*|content-[a-z-]+|mime-version|x-[a-z-]+)(?::|%3a)/i;

// No address begins so, and whoever reads one as an address of the web sees a host and credentials.
const authority = /^mailto:\/\//i;

// In an address it is written as `%26` (RFC 6068, 2); a careless mail program takes what follows for a field.
const strayField = /&/;

/**
 * Judges a `mailto:` link (RFC 6068): the addresses and the fields `subject`, `body`, `cc`, `to` stay, other fields
 * and fields that hold control characters or forged headers go. `undefined` if the address itself is at fault.
 */
export function judgeMailto(url: string): string | undefined {
  const mark = `${url}?`.indexOf("?");
  const address = url.slice(0, mark);
  if (control.test(address) || strayField.test(address) || authority.test(address)) return undefined;
  const kept = url
    .slice(mark + 1)
    .split("&")
    .filter(isAllowedField);
  return kept.length === 0 ? address : `${address}?${kept.join("&")}`;
}

function isAllowedField(field: string): boolean {
  const equals = field.indexOf("=");
  if (equals === -1) return false;
  // Compared as written: an encoded name (`b%63c`) is no name of the list.
  const name = field.slice(0, equals).toLowerCase();
  if (!fields.has(name)) return false;
  return name === "body" ? !bodyControl.test(field) && !headerLine.test(field) : !control.test(field);
}
