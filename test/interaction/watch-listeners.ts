/** Counts the listeners of some targets until it is told to stop. */
export function watchListeners(targets: readonly EventTarget[]): { stop(): readonly string[] } {
  const open = new Map<string, number>();
  const undo = targets.map((target) => {
    const { addEventListener, removeEventListener } = target;
    const ids = new Map<unknown, number>();
    const toKey = (type: string, run: unknown, options: unknown) => {
      if (!ids.has(run)) ids.set(run, ids.size);
      const capture = typeof options === "boolean" ? options : Boolean((options as AddEventListenerOptions | undefined)?.capture);
      return `${type} (${capture ? "capturing" : "bubbling"}, ${ids.get(run)}) on ${nameOf(target)}`;
    };
    const write = (name: string, value: unknown) => Object.defineProperty(target, name, { value, configurable: true, writable: true });
    write("addEventListener", (type: string, run: EventListener, options?: AddEventListenerOptions) => {
      open.set(toKey(type, run, options), 1);
      addEventListener.call(target, type, run, options);
    });
    write("removeEventListener", (type: string, run: EventListener, options?: EventListenerOptions) => {
      open.delete(toKey(type, run, options));
      removeEventListener.call(target, type, run, options);
    });
    return () => {
      write("addEventListener", addEventListener);
      write("removeEventListener", removeEventListener);
    };
  });
  return {
    stop: () => {
      for (const one of undo) one();
      return [...open.keys()].map((key) => `listener ${key}`);
    },
  };
}

function nameOf(target: EventTarget): string {
  if (target === window) return "window";
  return target === document ? "document" : `<${(target as Element).localName}>`;
}
