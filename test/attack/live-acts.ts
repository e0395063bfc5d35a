/** What acts are done to. */
export interface Scene {
  readonly root: Element;
  readonly hostInput: HTMLInputElement;
  readonly faults: string[];
  /** What ends an act that goes on. */
  readonly stops: (() => void)[];
}

const eventTypes = `
click dblclick mousedown mouseup mouseover mouseenter pointerdown pointerup keydown keyup focusin focusout input change select scroll wheel
toggle load error animationstart animationiteration animationend transitionend paste copy cut drop dragover contextmenu
`
  .trim()
  .split(/\s+/);

/** Events that a card can bring about by itself. */
const ownTypes = ["scroll", "load", "animationiteration", "toggle", "transitionend"];

const each = (root: Element, selector: string, run: (element: HTMLElement) => void) => {
  for (const element of root.querySelectorAll<HTMLElement>(selector)) run(element);
};

const send = (target: EventTarget, type: string, init: EventInit = {}) =>
  target.dispatchEvent(new Event(type, { bubbles: !/^(load|error|mouseenter|toggle)$/.test(type), cancelable: true, ...init }));

/** Acts by their first word; what follows it is a selector, and every element of the card where nothing does. */
const acts: Readonly<Record<string, (scene: Scene, selector: string) => void>> = {
  // A link leads where it says, when a reader clicks it.
  click: ({ root }, selector) => each(root, selector, (element) => element.closest("a[href],area[href]") ?? element.click?.()),
  type: ({ root }, selector) =>
    each(root, selector, (element) => {
      if ("value" in element && /^(input|textarea)$/.test(element.localName)) (element as HTMLInputElement).value = "typed";
      for (const type of ["input", "change"]) send(element, type);
    }),
  events: ({ root }, selector) =>
    each(root, selector, (element) => {
      for (const type of eventTypes) send(element, type);
    }),
  enter: ({ root }, selector) =>
    each(root, selector, (element) => element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }))),
  press: ({ root }, selector) =>
    each(root, selector, (element) => element.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }))),
  submit: ({ root }, selector) => each(root, selector, (element) => (element as Partial<HTMLFormElement>).requestSubmit?.()),
  storm: ({ root }, selector) => {
    for (let i = 0; i < 200; i++) each(root, selector, (element) => ownTypes.forEach((type) => void send(element, type)));
  },
  leave: ({ root, hostInput }, selector) =>
    each(root, selector, (element) => {
      for (const type of ["mouseout", "mouseleave"])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, relatedTarget: hostInput.parentElement }));
      for (const type of ["focusout", "blur"]) element.dispatchEvent(new FocusEvent(type, { bubbles: true, relatedTarget: hostInput }));
    }),
  // Nothing that a card makes is heard around it.
  "watch-outside": ({ root, faults, stops }) => {
    for (const type of eventTypes) {
      const heard = () => faults.push(`${type} was heard outside`);
      root.parentElement?.addEventListener(type, heard);
      stops.push(() => root.parentElement?.removeEventListener(type, heard));
    }
  },
  "watch-end": ({ stops }) => {
    for (const stop of stops.splice(0)) stop();
  },
  "focus-host": ({ hostInput }) => hostInput.focus(),
  "focus-kept": ({ hostInput, faults }) => {
    if (document.activeElement !== hostInput) faults.push(`the host's field lost the focus to ${document.activeElement?.outerHTML}`);
  },
  "outside-events": ({ hostInput, faults }) => {
    for (const type of ["mouseup", "selectionchange", "keydown", "keyup", "input", "beforeinput", "paste", "copy"]) {
      if (!send(hostInput, type)) faults.push(`${type} of the host's field was prevented`);
    }
    for (const type of ["message", "storage", "hashchange", "popstate", "pagehide"]) send(window, type);
    for (const type of ["selectionchange", "visibilitychange"]) send(document, type);
  },
  "select-outside": ({ hostInput }) => {
    const text = document.createElement("p");
    text.textContent = "host text";
    hostInput.before(text);
    getSelection()?.selectAllChildren(text);
    send(document, "selectionchange");
    text.remove();
  },
};

/** Does something in the page. Gives `false` for an act that it does not know. */
export function doAct(act: string, scene: Scene): boolean {
  const [, verb = "", selector = "*"] = /^(\S+)(?: (.+))?$/.exec(act) ?? [];
  acts[verb]?.(scene, selector);
  return verb in acts;
}
