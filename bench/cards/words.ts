// What lodash does to words, as one writes it by hand for names like `wrong_size`.

/** `paid` → `Paid`. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** `out_for_delivery` → `Out for delivery`. */
export function toSentence(name: string): string {
  return capitalize(name.replaceAll("_", " "));
}

/** `wrong_size`, `wrongSize` → `Wrong Size`. */
export function toTitle(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
