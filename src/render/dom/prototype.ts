/**
 * Runs with an `Object.prototype` that has no enumerable keys, and puts back what it takes away.
 *
 * Other code of the page may have added some. Preact would take `onerror` among them for a handler to remove, and a
 * browser `is` for a wish how to create an element: both throw. What runs in between is ours, and synchronous. Keys that
 * can't be deleted stay.
 */
export function withPlainPrototype<T>(run: () => T): T {
  const keys = Object.keys(Object.prototype);
  if (keys.length === 0) return run();
  const taken = keys
    .map((key) => [key, Object.getOwnPropertyDescriptor(Object.prototype, key)] as const)
    .filter(([key]) => Reflect.deleteProperty(Object.prototype, key));
  try {
    return run();
  } finally {
    for (const [key, descriptor] of taken) if (descriptor !== undefined) Object.defineProperty(Object.prototype, key, descriptor);
  }
}
