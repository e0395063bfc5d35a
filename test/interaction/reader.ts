import { findOne } from "./find-element.ts";
import { Keyboard } from "./keyboard.ts";
import { Pointer } from "./pointer.ts";
import type { Stage } from "./stage.ts";
import type { Action } from "./step.ts";
import { send } from "./turn.ts";

/** Events that don't bubble. */
const direct = new Set(["error", "load", "scroll", "toggle"]);

/** Does to a card what a reader does, by the events that a browser would send. The same code in every page. */
export class Reader {
  readonly #pointer = new Pointer();
  readonly #keyboard = new Keyboard();
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async act(action: Action): Promise<void> {
    const stage = this.#stage;
    switch (action.do) {
      case "click":
        return this.#click(findOne(stage, action.target));
      case "doubleclick":
        return this.#pointer.doubleClick(findOne(stage, action.target));
      case "rightclick":
        return this.#pointer.click(findOne(stage, action.target), 2);
      case "hover":
        return this.#pointer.move(findOne(stage, action.target));
      case "leave":
        return this.#pointer.move(null);
      case "focus":
        return this.#keyboard.focus(findOne(stage, action.target));
      case "blur":
        return this.#keyboard.blur();
      case "check":
      case "uncheck": {
        const box = findOne(stage, action.target) as HTMLInputElement;
        return box.checked === (action.do === "check") ? undefined : this.#click(box);
      }
      case "submit":
        return (findOne(stage, action.target) as HTMLFormElement).requestSubmit();
      case "type":
        return this.#keyboard.type(findOne(stage, action.target), action.value);
      case "fill":
        return this.#keyboard.fill(findOne(stage, action.target), action.value);
      case "paste":
        return this.#keyboard.paste(findOne(stage, action.target), action.value);
      case "press":
        return this.#keyboard.press(findOne(stage, action.target), action.key);
      case "fire":
        return void findOne(stage, action.target).dispatchEvent(new Event(action.type, { bubbles: !direct.has(action.type) }));
      case "select":
        return this.#select(findOne(stage, action.target) as HTMLSelectElement, action.values);
      case "drag":
        return this.#pointer.drag(findOne(stage, action.from), findOne(stage, action.to));
    }
  }

  async #click(element: HTMLElement): Promise<void> {
    if (element !== document.activeElement) await this.#keyboard.leave();
    await this.#pointer.click(element);
  }

  async #select(element: HTMLSelectElement, values: readonly string[]): Promise<void> {
    await this.#keyboard.focus(element);
    for (const option of element.options) {
      if (element.multiple) option.selected = values.includes(option.value);
      else if (option.value === values[0]) option.selected = true;
    }
    await send(element, new Event("input", { bubbles: true, composed: true }));
    await send(element, new Event("change", { bubbles: true }));
  }
}
