/**
 * Splits the text of a `style` attribute into names and values, at the `;` that stand outside of strings and brackets.
 *
 * It only has to be right for honest text: each value is judged on its own afterwards, and whatever was split wrongly
 * fails there.
 */
export function splitDeclarations(text: string): ReadonlyArray<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  let start = 0;
  let depth = 0;
  let quote = 0;
  const add = (end: number) => {
    const pair = toPair(text.slice(start, end));
    if (pair !== undefined) pairs.push(pair);
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
      else if (unit === 92) i++;
    } else if (unit === 34 || unit === 39) quote = unit;
    else if (unit === 40) depth++;
    else if (unit === 41) depth = Math.max(0, depth - 1);
    else if (unit === 59 && depth === 0) add(i);
  }
  add(text.length);
  return pairs;
}

function toPair(declaration: string): readonly [string, string] | undefined {
  const colon = declaration.indexOf(":");
  if (colon === -1) return declaration.trim() === "" ? undefined : [declaration.trim(), " "];
  return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1)];
}
