import { charge, chargeString } from "../../../runtime/budget.ts";
import { toText } from "../../../runtime/coerce.ts";
import { Opaque, type OpaqueType } from "../../../runtime/handles.ts";
import type { Page } from "../page.ts";
import { toFiles } from "./files.ts";
import { createMethods } from "./methods.ts";
import { PageState } from "./states.ts";

class TransferState extends PageState {
  readonly data: DataTransfer;
  constructor(page: Page, data: DataTransfer) {
    super(page);
    this.data = data;
  }
}

const effects: ReadonlySet<string> = new Set("none copy copyLink copyMove link linkMove move all uninitialized".split(" "));

/** What is dragged, dropped, copied or pasted. Files are given by permission only. */
const transferType: OpaqueType<TransferState> = {
  name: "DataTransfer",
  methods: createMethods("DataTransfer", TransferState, {
    clearData: (realm, { page, data }, [type]) => {
      const name = type === undefined ? undefined : toText(realm, type);
      page.act("clearData", () => (name === undefined ? data.clearData() : data.clearData(name)));
      return undefined;
    },
    getData: (realm, { page, data }, [type]) => {
      const name = toText(realm, type);
      const text = page.act("getData", () => data.getData(name));
      if (typeof text !== "string") return "";
      chargeString(realm, text.length);
      return text;
    },
    setData: (realm, { page, data }, [type, value]) => {
      const name = toText(realm, type);
      const text = toText(realm, value);
      chargeString(realm, name.length + text.length);
      page.act("setData", () => data.setData(name, text));
      return undefined;
    },
    // An image of the card's could be anything's; the page's own is shown.
    setDragImage: () => undefined,
  }),
  read: (realm, { page, data }, key) => {
    switch (key) {
      case "types": {
        const types = [...data.types].filter((type) => typeof type === "string");
        charge(realm, types.length);
        return types;
      }
      case "files":
        return toFiles(realm, page, data.files);
      case "dropEffect":
      case "effectAllowed":
        return String(data[key]);
      default:
        return undefined;
    }
  },
  write: (realm, { page, data }, key, value) => {
    if (key !== "dropEffect" && key !== "effectAllowed") return false;
    const effect = toText(realm, value);
    if (effects.has(effect)) page.act(key, () => void ((data as unknown as Record<string, string>)[key] = effect));
    return true;
  },
};

/** Creates the facade for what an event carries. */
export function createTransfer(page: Page, data: DataTransfer): Opaque {
  return new Opaque<unknown>(transferType as OpaqueType, new TransferState(page, data));
}
