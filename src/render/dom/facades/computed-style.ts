import { findCssProperty } from "../../../policy/css-properties.ts";
import { charge } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { throwType } from "../../../runtime/throw.ts";
import { payTime } from "../page-time.ts";
import { createMethods } from "./methods.ts";
import { ElementState, PageState } from "./states.ts";
import { expectNode } from "./tree.ts";

class ComputedState extends PageState {
  readonly style: CSSStyleDeclaration;
  constructor({ page }: ElementState, style: CSSStyleDeclaration) {
    super(page);
    this.style = style;
  }
}

function readProperty(realm: Realm, { style }: ComputedState, name: string): string | undefined {
  const property = findCssProperty(name === "cssFloat" ? "float" : name);
  if (property === undefined) return undefined;
  charge(realm, 8);
  const value = payTime(realm, () => style.getPropertyValue(property.name));
  // An address is no property that a card sets, so that it is one of the host's.
  return value.includes("url(") ? "none" : value;
}

const pseudos: ReadonlySet<unknown> = new Set(["::before", "::after", ":before", ":after"]);

/** How an element is shown; texts only. */
const computedType: OpaqueType<ComputedState> = {
  name: "CSSStyleDeclaration",
  methods: createMethods("CSSStyleDeclaration", ComputedState, {
    getPropertyValue: (realm, state, [name]) => readProperty(realm, state, toText(realm, name)) ?? "",
  }),
  read: readProperty,
  write: (realm) => throwType(realm, "computed styles can't be written"),
};

/** `getComputedStyle`. */
export function computeStyle(realm: Realm, value: unknown, pseudo: unknown): Opaque {
  const state = expectNode(realm, value, "getComputedStyle");
  const view = state.page.view;
  if (!(state instanceof ElementState) || view === null) return throwType(realm, "`getComputedStyle` needs an element of this card");
  charge(realm, 20);
  const style = view.getComputedStyle(state.element, pseudos.has(pseudo) ? (pseudo as string) : undefined);
  return new Opaque<unknown>(computedType as OpaqueType, new ComputedState(state, style));
}
