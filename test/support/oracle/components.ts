import { type ComponentChild, type ComponentChildren, h } from "preact";

/** The platform's components once more, as plain Preact functions: what the compiled ones are compared with. */
type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };
type Child = ComponentChildren;

const named = (base: string, props: Props, ...more: readonly unknown[]) =>
  [base, ...more, props.className].filter((part) => typeof part === "string" && part !== "").join(" ");

const box = (
  base: string,
  props: Props,
  children: Child,
  attributes: Record<string, unknown> = {},
  ...more: readonly unknown[]
): ComponentChild => h("div", { class: named(base, props, ...more), style: props.style as never, ...attributes }, children);

/** What a value shows as when its type is unknown. */
function show(value: unknown): Child {
  if (isMasked(value)) return value.maskedPresentation;
  return value as Child;
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

function formatted(value: unknown, field: unknown): Child {
  if (value === null || value === undefined) return null;
  if (isMasked(value)) return value.maskedPresentation;
  switch (suffix.exec(String(field))?.[1]) {
    case "At": {
      const day = dateText(value as string, { month: "short", day: "numeric", year: "numeric" });
      return `${day} ${dateText(value as string, { hour: "numeric", minute: "2-digit" })}`;
    }
    case "Url":
      return h("a", { class: "kv-link", href: String(value), target: "_blank", rel: "noopener noreferrer" }, String(value));
    case "Tree":
      return toTitle(String(value).split(".").pop() ?? "");
    case "Obj":
      return JSON.stringify(value);
    default:
      return typeof value === "boolean" ? (value ? "Yes" : "No") : show(value);
  }
}

const labelled = (base: "kv-field" | "kv-row") => (props: Props) =>
  box(base, props, [
    props.label === undefined ? null : h("div", { class: `${base}-label` }, props.label as Child),
    h("div", { class: `${base}-value` }, show(props.value ?? props.children)),
  ]);

const attribute = (base: "kv-field" | "kv-row") => (props: Props) =>
  box(base, props, [
    h("div", { class: `${base}-label` }, (props.label as Child) ?? labelOf(props.field)),
    h("div", { class: `${base}-value kv-formatted` }, formatted(props.value, props.field)),
  ]);

function Button(props: Props): ComponentChild {
  const { variant, size, icon, iconPosition, loading, disabled, title, style, children } = props;
  return h(
    "button",
    {
      type: "button",
      class: named(
        "kv-button",
        props,
        `kv-button-${variant || "secondary"}`,
        size && `kv-button-${size}`,
        iconPosition === "right" && "kv-button-reverse",
      ),
      style: style as never,
      title: title as string,
      disabled: Boolean(loading || disabled),
      "aria-busy": loading ? "true" : undefined,
    } as never,
    loading
      ? h("span", { class: "kv-spinner", "aria-hidden": "true" })
      : icon
        ? h("span", { class: `kv-icon kv-icon-${icon}`, "aria-hidden": "true" })
        : null,
    children,
  );
}

function CollapsedRows(props: Props): ComponentChild {
  const summary = h(
    "summary",
    null,
    h("span", { class: "kv-collapsed-more" }, "Show more"),
    h("span", { class: "kv-collapsed-less" }, "Show less"),
  );
  return box("kv-collapsed", props, [
    h("details", { class: "kv-collapsed-toggle" }, summary),
    h("div", { class: "kv-collapsed-rows" }, props.children),
  ]);
}

function Images(props: Props): ComponentChild {
  const urls = ((props.images ?? props.value ?? []) as readonly unknown[]).filter((url) => typeof url === "string");
  return box(
    "kv-images",
    props,
    urls.map((url, index) =>
      h(
        "a",
        { class: "kv-image", href: url, target: "_blank", rel: "noopener noreferrer" },
        h("img", { class: "kv-image-thumbnail", src: url, alt: `Image ${index + 1}`, loading: "lazy" }),
      ),
    ),
  );
}

const simple =
  (base: string, more: (props: Props) => readonly unknown[] = () => []) =>
  (props: Props) =>
    box(base, props, props.children, {}, ...more(props));

export const components = {
  Container: simple("kv-container", (props) => [props.padded && "kv-padded"]),
  Segment: simple("kv-segment"),
  Grid: simple("kv-grid"),
  Column: simple("kv-column", (props) => [props.size && `kv-column-${props.size}`]),
  BasicField: labelled("kv-field"),
  BasicRow: labelled("kv-row"),
  Field: attribute("kv-field"),
  Row: attribute("kv-row"),
  CollapsedRows,
  Images,
  Pill: (props: Props) =>
    h(
      "span",
      { class: named("kv-pill", props, props.color && `kv-pill-${props.color}`), style: props.style as never },
      (props.label as Child) ?? props.children,
    ),
  Button,
  ButtonGroup: (props: Props) => box("kv-button-group", props, props.children, { role: "group" }),
};
