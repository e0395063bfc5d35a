import { onTestFinished } from "vitest";
import { type InsightsSubject, type MountedInsights, mountInsights, type WorkspaceOptions } from "../../src/dom.ts";
import { createViews } from "../../src/index.ts";

/** A card of a test; its name and title are made of its place. */
interface CardDefinition {
  readonly name?: string;
  readonly resource?: string;
  readonly state?: "open" | "closed";
  readonly template: string;
}

/** Defines a view of a card. */
export const toView = ({ name = "shop.card", resource = "customer", state = "open", template }: CardDefinition, index: number) => ({
  name: index === 0 ? name : name === "shop.card" ? `shop.card-${index}` : name,
  resource,
  context: "smartbar-card",
  template,
  meta: { displayName: `Card ${index}`, state },
});

/** The customer that most tests are about. */
export const ada = (more: object = {}): InsightsSubject => ({
  resource: "customer",
  records: { customer: { id: "1", name: "Ada", ...more } },
});

/** A panel in the page. */
interface Stage {
  readonly place: HTMLElement;
  readonly panel: MountedInsights;
  /** What was told, as `view code`. */
  readonly told: string[];
  readonly frames: () => readonly HTMLDetailsElement[];
  readonly frame: (index: number) => HTMLDetailsElement;
  readonly press: (index: number) => void;
  readonly body: (index: number) => string;
}

/** Mounts a panel with cards, and takes it down when the test ends. */
export function start(cards: readonly CardDefinition[], subject = ada(), options: Partial<WorkspaceOptions> = {}): Stage {
  const place = document.body.appendChild(document.createElement("aside"));
  const told: string[] = [];
  const panel = mountInsights(place, subject, {
    views: createViews(cards.map(toView)),
    now: "2026-10-14T09:30:00Z",
    onDiagnostic: ({ code }, { view }) => told.push(`${view} ${code}`),
    ...options,
  });
  onTestFinished(() => {
    panel.unmount();
    place.remove();
  });
  const frames = () => [...place.querySelectorAll<HTMLDetailsElement>(".kv-insights-card")];
  const frame = (index: number) => frames()[index] as HTMLDetailsElement;
  return {
    place,
    panel,
    told,
    frames,
    frame,
    press: (index) => frame(index).querySelector("summary")?.click(),
    body: (index) => frame(index).querySelector(".kv-insights-view")?.innerHTML ?? "",
  };
}

/** A card with state. */
export const counter = `
  const Count = () => {
    const [count, setCount] = React.useState(0);
    return <button onClick={() => setCount(count + 1)}>{customer.name} {count}</button>;
  };
  <Count />
`;
/** Presses the button of a card. */
export const click = (element: Element) => element.querySelector<HTMLElement>(".kv-insights-view button")?.click();
