import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, flag, node } from "./prop-kinds.ts";

/** A list of values, one below the other. Elements as children are taken as they are: what they are made of can't be told apart. */
export const list = defineComponent({
  name: "List",
  purpose: "Values one below the other: texts, records by their names, or markup. As children it takes `<li>` elements.",
  props: z.looseObject({ items: node, ordered: flag, divided: flag, empty: node, children: node, ...common }),
  examples: [
    '<List items={["Teapot, 1.2 l", "Two cups", <b key="g">Gift wrap</b>]}/>',
    '<List ordered items={["Ordered", "Packed", "Shipped"]}/>',
    '<List divided items={[{ name: "Kim" }, { displayName: "Lee Park" }]}/>',
    '<List items={[]} empty="No open tasks"/>',
  ],
  template: `
    <div
      className={"kv-list" + (ordered ? " kv-list-ordered" : "") + (divided ? " kv-list-divided" : "") + (className ? " " + className : "")}
      style={style}
    >
      {children == null && kview.items(items).length === 0
        ? <div className="kv-list-empty">{empty ?? "Nothing to show"}</div>
        : ordered
          ? <ol className="kv-list-items" role="list">
              {children ?? kview.items(items).map((item, index) => <li key={index}>{item}</li>)}
            </ol>
          : <ul className="kv-list-items" role="list">
              {children ?? kview.items(items).map((item, index) => <li key={index}>{item}</li>)}
            </ul>}
    </div>`,
});
