/**
 * Applies JSX's whitespace rules to the text between tags: lines are trimmed, blank lines vanish, what is left is joined
 * by one blank. Text on one line keeps its blanks. Blanks written as entities are text like any other, so the rules look
 * at the text as written.
 *
 * @param value Text with entities decoded.
 * @param raw The same as written.
 */
export function toJsxText(value: string, raw: string): string {
  if (!raw.includes("&")) return joinLines(value);
  const { text, entities } = markEntities(value, raw);
  return joinLines(text).replace(/[\uE000-\uE0FF]/g, (mark) => entities[mark.charCodeAt(0) - 0xe000] ?? mark);
}

function joinLines(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  // What stands between most tags: a line break and the indentation.
  if (!/[^ \t\r\n]/.test(text)) return "";
  const lines = text.split(/\r\n|\n|\r/);
  let last = 0;
  for (let i = 0; i < lines.length; i++) if (/[^ \t]/.test(lines[i] as string)) last = i;
  let joined = "";
  for (let i = 0; i < lines.length; i++) {
    let line = (lines[i] as string).replace(/\t/g, " ");
    if (i > 0) line = line.replace(/^ +/, "");
    if (i < lines.length - 1) line = line.replace(/ +$/, "");
    if (line !== "") joined += i === last ? line : `${line} `;
  }
  return joined;
}

/** Puts private-use marks where a blank or line end came from an entity, so that trimming does not see it. */
function markEntities(value: string, raw: string): { text: string; entities: string[] } {
  const entities: string[] = [];
  let text = "";
  let at = 0;
  for (let i = 0; i < raw.length; ) {
    const entity = raw[i] === "&" ? /^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(raw.slice(i, i + 40))?.[0] : undefined;
    if (entity === undefined || (entity !== "&amp;" && value.startsWith(entity, at))) {
      text += value[at++] ?? "";
      i++;
      continue;
    }
    const decoded = String.fromCodePoint(value.codePointAt(at) ?? 0xfffd);
    at += decoded.length;
    i += entity.length;
    if (/[ \t\r\n]/.test(decoded) && entities.length < 256) {
      text += String.fromCharCode(0xe000 + entities.length);
      entities.push(decoded);
    } else text += decoded;
  }
  return { text, entities };
}
