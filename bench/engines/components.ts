import { toInstant } from "../cards/dates.ts";

/** What a framework shows. */
type Child = unknown;
type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
/** `h` of Preact, `createElement` of React. */
export type Create = (type: unknown, props: Readonly<Record<string, unknown>> | null, ...children: readonly Child[]) => Child;

/** Platform components as one writes them by hand for a framework, with no more than cards of the benchmark ask of them. */
export function createComponents(h: Create): Readonly<Record<string, (props: never) => Child>> {
  const label = (base: string, text: Child) => h("div", { className: `${base}-label` }, text);
  return {
    Container: ({ padded, children }: Props) => h("div", { className: `kv-container${padded ? " kv-padded" : ""}` }, children),
    Segment: ({ style, children }: Props) => h("div", { className: "kv-segment", style }, children),
    Grid: ({ children }: Props) => h("div", { className: "kv-grid" }, children),
    Column: ({ size, children }: Props) => h("div", { className: `kv-column kv-column-${size}` }, children),
    BasicField: ({ label: text, value }: Props) =>
      h("div", { className: "kv-field" }, label("kv-field", text), h("div", { className: "kv-field-value" }, value)),
    BasicRow: ({ label: text, value }: Props) =>
      h("div", { className: "kv-row" }, label("kv-row", text), h("div", { className: "kv-row-value" }, value)),
    Field: ({ field, value }: Props) =>
      h(
        "div",
        { className: "kv-field" },
        label("kv-field", labelOf(String(field))),
        h("div", { className: "kv-field-value kv-formatted" }, format(String(field), value)),
      ),
    Pill: ({ color, label: text, children }: Props) => h("span", { className: `kv-pill kv-pill-${color}` }, text ?? children),
    Button: ({ variant, size, onClick, children }: Props) =>
      h("button", { type: "button", className: `kv-button kv-button-${variant} kv-button-${size}`, onClick }, children),
  };
}

/** `returnNumberStr` → `Return Number`. */
function labelOf(field: string): string {
  const words = field.replace(/(Str|Txt|Num|At|Bool)$/, "").replace(/([a-z])([A-Z])/g, "$1 $2");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function format(field: string, value: unknown): Child {
  if (field.endsWith("At")) return toInstant(new Date(value as string));
  return typeof value === "boolean" ? (value ? "Yes" : "No") : value;
}
