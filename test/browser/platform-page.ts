import { createContext } from "../../src/context.ts";
import { loadTemplate, type MountedCard, mount } from "../../src/dom.ts";
import { createTestHost, type TestHost } from "../../src/testing.ts";

type Records = Omit<Parameters<typeof createContext>[0], "resource">;

/** What the test calls. */
export interface PlatformPageApi {
  /** Shows a stored program with the records of a product. */
  show(program: string, records: Records, look: { readonly theme: "light" | "dark"; readonly width: number }): void;
  update(records: Records): void;
  unmount(): void;
  /** What the card shown last asks of. */
  host: TestHost;
  /** What was reported. */
  readonly told: string[];
}

let card: MountedCard | undefined;
const toBag = (records: Records) => createContext({ resource: "kobject.product", ...records });

const people = ["Kim Berg", "Lee Park", "Lena Holm"].map((name, index) => ({ id: `u${index + 1}`, name }));
const reasons = [
  { id: "returns.damaged", name: "Damaged" },
  { id: "returns.wrong-size", name: "Wrong size" },
  { id: "delivery.late", name: "Late" },
];

const page: PlatformPageApi = {
  host: createTestHost(),
  told: [],
  show: (program, records, { theme, width }) => {
    page.unmount();
    page.told.length = 0;
    document.documentElement.dataset.theme = theme;
    const place = document.querySelector<HTMLElement>("#place");
    if (place === null) throw new Error("the page has no place");
    place.style.width = `${width}px`;
    place.style.background = "var(--background-primary-color)";
    card = mount(loadTemplate(JSON.parse(program)), toBag(records), place, {
      host: (page.host = createTestHost({
        searches: [
          { kind: "user", answer: people },
          { kind: "tree", answer: reasons },
        ],
      })),
      theme,
      timeZone: "Europe/Stockholm",
      onDiagnostic: ({ code, message }) => page.told.push(`${code}: ${message}`),
    });
  },
  update: (records) => card?.update(toBag(records)),
  unmount: () => {
    card?.unmount();
    card = undefined;
  },
};

Object.assign(globalThis, { platform: page });
