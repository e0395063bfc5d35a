import type { Page } from "playwright-core";
import type { Gesture } from "./interaction-page.ts";

/** Moves the browser's own mouse and presses its keys. */
export async function doGesture({ mouse, keyboard }: Page, { action, at: [x, y], to, text = "" }: Gesture): Promise<void> {
  switch (action) {
    case "click":
      return mouse.click(x, y);
    case "doubleclick":
      return mouse.dblclick(x, y);
    case "rightclick":
      return mouse.click(x, y, { button: "right" });
    case "hover":
    case "leave":
      return mouse.move(x, y);
    case "type":
      return keyboard.type(text);
    case "press":
      return keyboard.press(text);
    case "drag": {
      const [endX = x, endY = y] = to ?? [];
      await mouse.move(x, y);
      await mouse.down();
      // Two moves: the first begins the drag, the second is over the place.
      await mouse.move(endX, endY, { steps: 3 });
      await mouse.move(endX + 1, endY);
      return mouse.up();
    }
    default:
      throw new Error(`${action} is no gesture`);
  }
}
