// Digits, letters (`1-800-FLOWERS`), separators and parameters (RFC 3966); `,` is a pause, or parts the numbers of a message. No `*` and no
// `#`, however encoded: telephones take them for commands (`*21*…#` diverts all calls, `*2767*3855#` wiped devices).
const number = /^(?:tel|sms):(?:[a-z0-9+().,;=_ \u00a0-]|%20)*$/i;
// Percent-encoded controls but for line breaks and tab.
const control = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;

/**
 * Judges a `tel:` or `sms:` link: the numbers stay, of a message its text too (RFC 5724; some telephones want `&` in front of it).
 * `undefined` for what is no number.
 */
export function judgePhone(url: string): string | undefined {
  const mark = `${url}?`.search(/[?&]/);
  const address = url.slice(0, mark);
  if (!number.test(address)) return undefined;
  if (!address.toLowerCase().startsWith("sms:")) return address;
  const body = url
    .slice(mark + 1)
    .split("&")
    .find((field) => /^body=/i.test(field));
  return body === undefined || control.test(body) ? address : address + url.charAt(mark) + body;
}
