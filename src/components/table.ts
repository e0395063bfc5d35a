import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, node } from "./prop-kinds.ts";

/** Rows of records. What is too wide is scrolled within its frame, by keyboard too. */
export const table = defineComponent({
  name: "Table",
  purpose: "Records as rows. Columns are attributes by name, or `{ key, label, align }`; values are formatted as their suffix says.",
  props: z.looseObject({ rows: node, columns: node, caption: node, empty: node, ...common }),
  examples: [
    `<Table
  caption="Items"
  columns={["title", { key: "quantityNum", label: "Qty" }, { key: "price", label: "Price", align: "end" }]}
  rows={[
    { title: "Teapot, 1.2 l", quantityNum: 1, price: <Money amount={48} currency="EUR"/> },
    { title: "Cup", quantityNum: 2, price: <Money amount={19.5} currency="EUR"/> },
  ]}
/>`,
    '<Table rows={[{ sentAt: "2026-10-02T15:04:05Z", paidBool: true, totalNum: 129.5 }]}/>',
    '<Table columns={["order", "totalNum"]} rows={[]} empty="No orders yet"/>',
  ],
  template: `
    <div
      className={"kv-table" + (className ? " " + className : "")}
      style={style}
      role="group"
      aria-label={kview.word(caption) || "Table"}
      tabIndex={0}
    >
      {((table) => (
        <table className="kv-table-grid">
          {caption && <caption className="kv-table-caption">{caption}</caption>}
          {table.head.length > 0 && <thead>
            <tr>
              {table.head.map((column, index) => (
                <th key={index} scope="col" className={"kv-cell kv-cell-" + column.align}>{column.label}</th>
              ))}
            </tr>
          </thead>}
          <tbody>
            {table.body.length === 0
              ? <tr>
                  <td className="kv-cell kv-cell-empty" colSpan={table.head.length || 1}>{table.masked ?? empty ?? "Nothing to show"}</td>
                </tr>
              : table.body.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column} className={"kv-cell kv-cell-" + cell.align}>{cell.value}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      ))(kview.table(columns, rows))}
    </div>`,
});
