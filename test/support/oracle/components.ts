import { icons } from "../../../src/policy/icons.ts";

/** What a framework shows: an element, a text, a list of them, nothing. */
type Child = unknown;
type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };
type Create = (type: string, props: Readonly<Record<string, unknown>> | null, ...children: readonly Child[]) => Child;

const named = (base: string, props: Props, ...more: readonly unknown[]) =>
  [base, ...more, props.className].filter((part) => typeof part === "string" && part !== "").join(" ");

/** What a value shows as when its type is unknown. */
function show(value: unknown): Child {
  return isMasked(value) ? value.maskedPresentation : value;
}

function isMasked(value: unknown): value is { maskedPresentation: string } {
  return typeof value === "object" && value !== null && "isMasked" in value && value.isMasked === true;
}

const suffix = /(Str|Txt|Num|At|Bool|Url|Id|Tree|Obj)$/;

/** `placedAt` → `Placed`, `loyaltyTierStr` → `Loyalty Tier`, `parcelId` → `Parcel ID`. */
function labelOf(field: unknown): string {
  const label = toTitle(String(field).replace(suffix, ""));
  return String(field).endsWith("Id") ? `${label} ID` : label;
}

const toTitle = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]/g, " ")
    .replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());

function dateText(value: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(new Date(value)).replaceAll("\u202f", " ");
}

/** A component: what it shows, by a framework's way to create elements. */
type Shape = (h: Create, props: Props) => Child;

const box = (h: Create, base: string, props: Props, children: readonly Child[], more: Readonly<Record<string, unknown>> = {}) =>
  h("div", { className: named(base, props), style: props.style, ...more }, ...children);

function formatted(h: Create, value: unknown, field: unknown): Child {
  if (value === null || value === undefined) return null;
  if (isMasked(value)) return value.maskedPresentation;
  switch (suffix.exec(String(field))?.[1]) {
    case "At": {
      const day = dateText(value as string, { month: "short", day: "numeric", year: "numeric" });
      return `${day} ${dateText(value as string, { hour: "numeric", minute: "2-digit" })}`;
    }
    case "Url":
      return h("a", { className: "kv-link", href: String(value), target: "_blank", rel: "noopener noreferrer" }, String(value));
    case "Tree":
      return toTitle(String(value).split(".").pop() ?? "");
    case "Obj":
      return JSON.stringify(value);
    default:
      return typeof value === "boolean" ? (value ? "Yes" : "No") : show(value);
  }
}

const labelled =
  (base: "kv-field" | "kv-row"): Shape =>
  (h, props) =>
    box(h, base, props, [
      props.label === undefined ? null : h("div", { className: `${base}-label` }, props.label),
      h("div", { className: `${base}-value` }, show(props.value ?? props.children)),
    ]);

const attribute =
  (base: "kv-field" | "kv-row"): Shape =>
  (h, props) =>
    box(h, base, props, [
      h("div", { className: `${base}-label` }, props.label ?? labelOf(props.field)),
      h("div", { className: `${base}-value kv-formatted` }, formatted(h, props.value, props.field)),
    ]);

const simple =
  (base: string, more: (props: Props) => unknown = () => ""): Shape =>
  (h, props) =>
    box(h, base, props, [props.children], { className: named(base, props, more(props)) });

/** Constant icons only: the card's data name none in these cases. */
const drawing = (h: Create, name: unknown) =>
  h(
    "span",
    { className: "kv-icon", "aria-hidden": "true" },
    h("svg", { className: "kv-icon-drawing", viewBox: "0 0 24 24", focusable: "false" }, h("path", { d: icons.get(String(name)) })),
  );

const button: Shape = (h, props) => {
  const { variant, size, icon, iconPosition, loading, disabled, title, style, onClick, children } = props;
  const className = named(
    "kv-button",
    props,
    `kv-button-${variant || "secondary"}`,
    size && `kv-button-${size}`,
    iconPosition === "right" && "kv-button-reverse",
  );
  const busy = loading ? "true" : undefined;
  const state = { disabled: Boolean(disabled), "aria-disabled": busy, "aria-busy": busy };
  return h(
    "button",
    { type: "button", className, style, title, ...state, onClick: loading ? undefined : onClick },
    loading ? h("span", { className: "kv-spinner", "aria-hidden": "true" }) : icon ? drawing(h, icon) : null,
    children,
  );
};

const collapsedRows: Shape = (h, props) => {
  const summary = h(
    "summary",
    null,
    h("span", { className: "kv-collapsed-more" }, "Show more"),
    h("span", { className: "kv-collapsed-less" }, "Show less"),
  );
  return box(h, "kv-collapsed", props, [
    h("details", { className: "kv-collapsed-toggle" }, summary),
    h("div", { className: "kv-collapsed-rows" }, props.children),
  ]);
};

const images: Shape = (h, props) => {
  const urls = ((props.images ?? props.value ?? []) as readonly unknown[]).filter((url) => typeof url === "string");
  const toThumbnail = (url: string, index: number) =>
    h(
      "a",
      { className: "kv-image", href: url, target: "_blank", rel: "noopener noreferrer" },
      h("img", { className: "kv-image-thumbnail", src: url, alt: `Image ${index + 1}`, loading: "lazy" }),
    );
  return box(h, "kv-images", props, urls.map(toThumbnail));
};

const pill: Shape = (h, props) => {
  const className = named("kv-pill", props, props.color && `kv-pill-${props.color}`);
  return h("span", { className, style: props.style }, props.label ?? props.children);
};

const shapes = {
  Container: simple("kv-container", (props) => props.padded && "kv-padded"),
  Segment: simple("kv-segment"),
  Grid: simple("kv-grid"),
  Column: simple("kv-column", (props) => props.size && `kv-column-${props.size}`),
  BasicField: labelled("kv-field"),
  BasicRow: labelled("kv-row"),
  Field: attribute("kv-field"),
  Row: attribute("kv-row"),
  CollapsedRows: collapsedRows,
  Images: images,
  Pill: pill,
  Button: button,
  ButtonGroup: ((h, props) => box(h, "kv-button-group", props, [props.children], { role: "group" })) satisfies Shape,
} as const;

/**
 * The platform's components once more, as plain functions: what the compiled ones are compared with.
 *
 * @param createElement Of the framework that is to show them.
 */
export function createComponents(createElement: unknown): Readonly<Record<string, (props: Props) => unknown>> {
  const h = createElement as Create;
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, (props: Props) => shape(h, props)]));
}
