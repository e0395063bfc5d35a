const attempts = 400;

/** Takes pieces out of a text as long as it fails: halves first, single characters last. Behind fast-check, which makes the choices fewer. */
export async function minimise(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let least = text;
  let left = attempts;
  for (let size = least.length >> 1; size >= 1 && left > 0; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < least.length && left > 0; ) {
      const shorter = least.slice(0, at) + least.slice(at + size);
      left -= 1;
      if (shorter !== least && (await fails(shorter))) least = shorter;
      else at += size;
    }
  }
  return least;
}
