import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Tells whether a leaf may show more than a string has: not in the task that puts it into the page, so that a card is there as it was
 * printed, and before the browser has painted it.
 */
export function useReady(): boolean {
  const [isReady, setReady] = useState(false);
  useLayoutEffect(() => {
    let isThere = true;
    queueMicrotask(() => isThere && setReady(true));
    return () => {
      isThere = false;
    };
  }, []);
  return isReady;
}
