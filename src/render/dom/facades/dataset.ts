import { toText } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import { readAttribute, removeAttribute, setAttribute } from "./attributes.ts";
import { type ElementState, PageState } from "./states.ts";

class DatasetState extends PageState {
  readonly of: ElementState;
  constructor(of: ElementState) {
    super(of.page);
    this.of = of;
  }
}

/** `data-*` attributes by their names in camel case. */
const datasetType: OpaqueType<DatasetState> = {
  name: "DOMStringMap",
  methods: new Map(),
  read: (realm, { of }, key) => readAttribute(realm, of, toDataName(key)) ?? undefined,
  write: (realm, { of }, key, value) => {
    setAttribute(realm, of, toDataName(key), toText(realm, value));
    return true;
  },
  remove: (realm, { of }, key) => {
    removeAttribute(realm, of, toDataName(key));
    return true;
  },
  keys: ({ of: { element, isBody } }) =>
    isBody
      ? []
      : element
          .getAttributeNames()
          .filter((name) => name.startsWith("data-") && !name.startsWith("data-kv"))
          .map((name) => name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())),
};

function toDataName(key: string): string {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Creates the facade of an element's `data-*` attributes. */
export function createDataset(of: ElementState): Opaque {
  return new Opaque<unknown>(datasetType as OpaqueType, new DatasetState(of));
}
