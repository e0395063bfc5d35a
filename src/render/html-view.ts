import type { Run } from "../engine/linker.ts";
import { charge } from "../runtime/budget.ts";
import { ChildThrow } from "../runtime/failure.ts";
import type { Realm } from "../runtime/realm.ts";
import { HtmlView, RefusedView } from "../runtime/view.ts";
import type { Emit } from "./emit.ts";

/**
 * Links markup as a value: written when it is evaluated, shown if it is ever a child. Charged by its length, since the limit
 * of the output does not bound what is never shown. A child in it that can't be shown fails whoever shows it, as in React.
 */
export function linkView(emit: Emit): Run {
  return (frame, realm) => {
    const { depth } = realm;
    try {
      return finishView(realm, emit(frame, realm, ""));
    } catch (error) {
      return refuseView(realm, error, depth);
    }
  };
}

/** Makes a view of what a function writes, as `linkView` does. */
export function toView(realm: Realm, write: () => string): HtmlView | RefusedView {
  const { depth } = realm;
  try {
    return finishView(realm, write());
  } catch (error) {
    return refuseView(realm, error, depth);
  }
}

function finishView(realm: Realm, html: string): HtmlView {
  if (html.length > 1024) charge(realm, html.length >>> 6);
  return new HtmlView(html);
}

function refuseView(realm: Realm, error: unknown, depth: number): RefusedView {
  if (!(error instanceof ChildThrow)) throw error;
  // Components were being written when it failed.
  realm.depth = depth;
  return new RefusedView(error);
}
