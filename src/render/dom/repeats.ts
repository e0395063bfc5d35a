import { type Drawn, findRepeatFault, readReferences } from "../../policy/references.ts";
import { charge } from "../../runtime/budget.ts";
import type { Realm } from "../../runtime/realm.ts";
import { failRepeats } from "../repeats.ts";

/**
 * Bounds what references in a live card's drawings repeat. Asked before the browser looks at what has changed: it makes the copies that
 * `<use>` stands for when it lays the page out.
 */
export function checkPageRepeats(realm: Realm, root: Element): void {
  const drawings = [...root.querySelectorAll("svg")].filter((drawing) => drawing.parentElement?.closest("svg") === null);
  const read = (element: Element): Drawn<Element> => {
    charge(realm, 1);
    const tag = element.localName;
    const references = readReferences(
      tag,
      (name) => element.getAttribute(name) ?? (name === "href" ? element.getAttribute("xlink:href") : null),
    );
    return { tag, id: element.id === "" ? undefined : element.id, references, children: [...element.children] };
  };
  failRepeats(findRepeatFault(drawings, read));
}
