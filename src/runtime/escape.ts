const special = /[&<>"\r]/;
const everySpecial = /[&<>"\r]/g;

/**
 * Escapes text for HTML, as content or inside a double-quoted attribute. One test for the common case of nothing to
 * escape, then a slicing loop; `'` needs no escape where attributes are always double-quoted.
 */
export function escapeText(text: string): string {
  return special.test(text) ? escapeSpecial(text) : text;
}

/** As `escapeText`, for text that is known to need it. */
export function escapeSpecial(text: string): string {
  return text.length > long ? escapeLong(text) : escapeShort(text);
}

/** Characters from which a text is escaped piece by piece. */
const long = 4_096;

/**
 * Four million `&` put together one by one are a rope of as many ends, 130 MB of them, before anybody counts what they came to. So the
 * pieces are flat ones.
 */
function escapeLong(text: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += long)
    pieces.push(text.slice(from, from + long).replace(everySpecial, (character) => escapeShort(character)));
  return pieces.join("");
}

function escapeShort(text: string): string {
  let escaped = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    let entity: string;
    switch (text.charCodeAt(i)) {
      case 38:
        entity = "&amp;";
        break;
      case 60:
        entity = "&lt;";
        break;
      case 62:
        entity = "&gt;";
        break;
      case 34:
        entity = "&quot;";
        break;
      case 13:
        // A parser would read a line feed in its place.
        entity = "&#13;";
        break;
      default:
        continue;
    }
    if (from < i) escaped += text.slice(from, i);
    escaped += entity;
    from = i + 1;
  }
  return from < text.length ? escaped + text.slice(from) : escaped;
}
