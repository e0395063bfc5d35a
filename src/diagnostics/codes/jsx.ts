import type { CatalogueEntry } from "../diagnostic.ts";

/** Elements, components, attributes as written. */
export const jsxCodes = {
  "jsx/unknown-element": {
    severity: "warning",
    message: "`<{name}>` is not an element that cards may use",
    why: "a card runs inside the host page; only elements known to be harmless are written",
    help: "use an element of the allowlist; this one is left out, and its children too where they are code or raw text",
    label: "not in the element allowlist",
  },
  "jsx/unknown-component": {
    severity: "warning",
    message: "`<{name}>` is not a component of this platform",
    why: "a placeholder with the component's name is shown in its place, around its children",
    help: "check the name, or register the component",
    label: "unknown component",
  },
  "jsx/component-context": {
    severity: "hint",
    message: "`<{name}>` is made for {contexts}, and this view is for {context}",
    why: "the component's size and style fit the place that it is made for",
    help: "look at the view where it is shown, or use a component that is made for it",
    label: "made for another place",
  },
  "jsx/unknown-attribute": {
    severity: "warning",
    message: "`{name}` is not an attribute that `<{tag}>` may have",
    why: "only attributes known to be harmless are written",
    help: "remove it",
    label: "left out",
  },
  "jsx/unknown-prop": {
    severity: "warning",
    message: "`<{tag}>` has no prop `{name}`",
    why: "the component ignores it",
    help: "remove it, or check its name",
    label: "unknown prop",
  },
  "jsx/prop-value": {
    severity: "warning",
    message: "`{name}` of `<{tag}>` is {expected}, not {found}",
    why: "the component knows no other and shows something else than was meant",
    help: "write a value that the prop takes",
    label: "not a value of this prop",
  },
  "jsx/missing-prop": {
    severity: "warning",
    message: "`<{tag}>` needs the prop `{name}`",
    why: "without it the component has nothing to show",
    help: "give it, from the card's data or as a constant",
    label: "`{name}` is missing",
  },
  "jsx/unknown-icon": {
    severity: "warning",
    message: "there is no icon `{name}`",
    why: "a neutral glyph is shown in its place",
    help: "use a Material Design Icons name that the catalogue of components lists",
    label: "unknown icon",
  },
} as const satisfies Record<string, CatalogueEntry>;
