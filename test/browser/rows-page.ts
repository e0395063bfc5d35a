import { createContext } from "../../src/context.ts";
import { loadTemplate, type MountedCard, mount } from "../../src/dom.ts";
import { createTestHost, type TestHost } from "../../src/testing.ts";

/** What the test calls. */
export interface RowsPageApi {
  /** Shows a stored program with data; `locked` is an attribute that the host refuses to change. */
  show(
    program: string,
    records: object,
    options: { readonly theme: "light" | "dark"; readonly width: number; readonly locked?: string },
  ): void;
  update(records: object): void;
  unmount(): void;
  /** Changes that the host was asked to take, as `field value`. */
  changes(): readonly string[];
  readonly told: string[];
}

const people = ["Kim Berg", "Lee Park", "Lena Holm", "Marta Silva"].map((name, index) => ({ id: `u${index + 1}`, name }));
const reasons = [
  { id: "returns.damaged", name: "Damaged" },
  { id: "returns.wrong-size", name: "Wrong size" },
  { id: "delivery.late", name: "Late" },
  { id: "delivery.lost", name: "Lost" },
];

let card: MountedCard | undefined;
let host: TestHost | undefined;

const page: RowsPageApi = {
  told: [],
  show: (program, records, { theme, width, locked }) => {
    page.unmount();
    host = createTestHost({
      updates: [...(locked === undefined ? [] : [{ field: locked, error: "locked", delay: 50 }]), { field: /./, delay: 50 }],
      searches: [
        { kind: "user", answer: people },
        { kind: "team", answer: [{ id: "t1", name: "Returns" }] },
        { kind: "tree", answer: reasons },
      ],
    });
    document.documentElement.dataset.theme = theme;
    const place = document.querySelector<HTMLElement>("#place");
    if (place === null) throw new Error("the page has no place");
    place.style.width = `${width}px`;
    place.style.background = "var(--background-primary-color)";
    card = mount(loadTemplate(JSON.parse(program)), createContext({ resource: "conversation", ...records }), place, {
      host,
      theme,
      timeZone: "Europe/Stockholm",
      onDiagnostic: ({ code, message }) => page.told.push(`${code}: ${message}`),
    });
  },
  update: (records) => card?.update(createContext({ resource: "conversation", ...records })),
  unmount: () => {
    card?.unmount();
    card = undefined;
  },
  changes: () =>
    (host?.calls ?? []).flatMap((call) => (call.service === "updateAttribute" ? [`${call.field} ${JSON.stringify(call.value)}`] : [])),
};

Object.assign(globalThis, { rows: page });
