import type { Run } from "../engine/linker.ts";
import { charge } from "../runtime/budget.ts";
import { ChildThrow } from "../runtime/failure.ts";
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
      const html = emit(frame, realm, "");
      if (html.length > 1024) charge(realm, html.length >>> 6);
      return new HtmlView(html);
    } catch (error) {
      if (!(error instanceof ChildThrow)) throw error;
      // Components were being written when it failed.
      realm.depth = depth;
      return new RefusedView(error);
    }
  };
}
