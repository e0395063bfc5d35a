import { createContext } from "../src/context.ts";
import { loadTemplate, mount } from "../src/dom.ts";
import { createLive } from "./live-data.ts";

// Runs in the page: mounts cards by the thousand, updates each once, takes them down.

const count = 1_000;

function toBag(number: number) {
  return createContext({ resource: "kobject.order", ...createLive(number) });
}

/** Milliseconds of script. */
export interface Round {
  readonly mount: number;
  readonly update: number;
  readonly unmount: number;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

async function playRound(program: string): Promise<Round> {
  const template = loadTemplate(JSON.parse(program));
  const host = { request: () => ({ data: { attributes: { name: "Grace" } } }) };
  const place = document.createElement("main");
  document.body.append(place);
  const elements = Array.from({ length: count }, () => place.appendChild(document.createElement("div")));
  const bags = elements.map((_, index) => toBag(index));
  const others = elements.map((_, index) => toBag(index + count));
  const time = async (run: () => void) => {
    const begin = performance.now();
    run();
    const taken = performance.now() - begin;
    await settle();
    return taken;
  };
  const cards: ReturnType<typeof mount>[] = [];
  const mounting = await time(() => {
    for (let i = 0; i < count; i++) cards.push(mount(template, bags[i] as ReturnType<typeof toBag>, elements[i] as HTMLElement, { host }));
  });
  if (place.querySelectorAll("button").length !== count) throw new Error("not every card was mounted");
  const updating = await time(() => {
    for (let i = 0; i < count; i++) cards[i]?.update(others[i] as ReturnType<typeof toBag>);
  });
  if (!place.textContent?.includes(`#${2 * count - 1}`)) throw new Error("not every card was updated");
  const unmounting = await time(() => {
    for (const card of cards) card.unmount();
  });
  if (place.textContent !== "") throw new Error("not every card was taken down");
  place.remove();
  return { mount: mounting, update: updating, unmount: unmounting };
}

(globalThis as unknown as { playRound: typeof playRound }).playRound = playRound;
