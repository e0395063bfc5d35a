import type { Cell, Component } from "../../runtime/component.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwError } from "../../runtime/throw.ts";

/** Hooks of one component: far more than anybody writes. */
const mostHooks = 10_000;

/**
 * Gives the cell of a hook: the one of the last render at this place in the order of hooks, or a new one in the first. Hooks outside of a
 * component and in another order than before are errors of the template, thrown where the hook is called (the rules of React).
 */
export function useCell<C extends Cell>(realm: Realm, hook: string, create: (component: Component) => C): C {
  const component = expectRendering(realm, hook);
  realm.fuel -= 1;
  const index = component.next++;
  const known = component.cells[index];
  if (known === undefined) {
    if (component.phase !== "first")
      throwError(realm, "Error", `\`${hook}\` was not called in the last render: hooks have to be called in the same order every time`);
    if (index >= mostHooks) throwError(realm, "Error", `a component calls more than ${mostHooks} hooks`);
    const cell = create(component);
    component.cells.push(cell);
    return cell;
  }
  if (known.hook !== hook) {
    const places = `\`${hook}\` was called where \`${known.hook}\` was called before`;
    throwError(realm, "Error", `${places}: hooks have to be called in the same order every time`);
  }
  return known as C;
}

/** Gives the component whose function is running; hooks have no meaning anywhere else. */
export function expectRendering(realm: Realm, hook: string): Component {
  const { component } = realm;
  if (component?.rendering !== true)
    throwError(realm, "Error", `\`${hook}\` was called outside of a component: call it in one, while it renders`);
  return component as Component;
}

/** Tells whether the dependencies of a hook are others than before (`Object.is`, one by one). Without a list they always are. */
export function haveChanged(realm: Realm, before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return true;
  realm.fuel -= after.length;
  return after.some((item, index) => !Object.is(item, before[index]));
}
