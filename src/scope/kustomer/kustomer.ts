import { Native } from "../../runtime/handles.ts";
import type { Realm } from "../../runtime/realm.ts";
import { kustomerRequest, runCommand } from "./kustomer-request.ts";

/** Where the string target finds what was rendered. */
const rendered = "rendered by Kustomer";

/** A view that a script asked to be shown in place of its completion value. */
export interface RenderedView {
  readonly view: unknown;
}

/** Gives what the template handed to `Kustomer.render` last, in the string target; `undefined` when it did not. */
export function readRenderedView(realm: Realm): RenderedView | undefined {
  return realm.store.get(rendered) as RenderedView | undefined;
}

/** `Kustomer`: the card's way to show itself anew, and to make requests. */
export const kustomer = new Native({
  name: "Kustomer",
  members: new Map<string, unknown>([
    ["command", new Native({ name: "Kustomer.command", members: new Map([["run", runCommand]]) })],
    [
      "render",
      new Native({
        name: "render",
        length: 1,
        run: (realm, _self, [view]) => {
          if (realm.live === undefined) realm.store.set(rendered, { view } satisfies RenderedView);
          else realm.live.show(view);
          return undefined;
        },
      }),
    ],
    ["request", kustomerRequest],
  ]),
});
