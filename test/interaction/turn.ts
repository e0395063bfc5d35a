/** A turn in which whatever schedulers wait for comes: immediates in Node, and messages in browsers, which hold timers back. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Sends an event as a browser does: whatever its listeners left for later in the same task is done before the next one comes. */
export async function send(target: EventTarget, event: Event): Promise<boolean> {
  const allowed = target.dispatchEvent(event);
  await nextTurn();
  return allowed;
}
