import { createContext } from "../../src/context.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { loadTemplate, mount } from "../../src/dom.ts";
import { createTestHost } from "../../src/testing.ts";
import { doAct, type Scene } from "./live-acts.ts";
import { createNeighbour } from "./live-neighbour.ts";
import { openWatch } from "./live-watch.ts";

// Runs in happy-dom and, bundled, in a real page: no test runner, no Node.

/** A line of `fixtures/live-attack`, compiled. */
export interface LivePlay {
  readonly id: string;
  readonly program: string;
  /** JSON text, so that a key `__proto__` survives. */
  readonly data?: string | undefined;
  /** What is done to the card, in order; `doAct` knows which there are. */
  readonly acts: readonly string[];
  readonly allow?: readonly ("files" | "selection" | "page-events")[] | undefined;
  readonly fuel?: number | undefined;
}

/** What came of it. */
export interface LiveOutcome {
  /** What may never happen, in words. */
  readonly faults: readonly string[];
  /** The card's HTML after it was mounted and after each act. */
  readonly html: readonly string[];
  /** Its text before it was taken down. */
  readonly text: string;
  /** Codes of what was reported. */
  readonly codes: readonly string[];
  /** Lines of the card's log. */
  readonly logs: readonly string[];
  /** How often each service of the host was asked. */
  readonly calls: Readonly<Record<string, number>>;
}

const settleTurns = 4;
const settle = async () => {
  for (let turn = 0; turn < settleTurns; turn++) await new Promise((resolve) => setTimeout(resolve));
};

const services = ["request", "fetch", "clipboard", "notify", "openLink", "log", "updateAttribute", "search"] as const;

/** Mounts a hostile card beside a harmless one in a page of the host's, plays the acts, and looks at what is otherwise than before. */
export async function playLive(play: LivePlay): Promise<LiveOutcome> {
  const place = document.createElement("section");
  const hostInput = Object.assign(document.createElement("input"), { id: "host-input", value: "kept" });
  const root = Object.assign(document.createElement("div"), { id: "host-root", className: "of-the-host" });
  const beside = document.createElement("div");
  place.append(hostInput, root, beside);
  document.body.append(place);

  const host = createTestHost({
    clock: "2026-10-02T15:04:05Z",
    requests: [{ url: "/v1/users/current", answer: { data: { attributes: { name: "Ada" } } } }],
    location: "https://host.example/page",
    updates: [{ field: /./, body: { resource: "customer", id: "1" } }],
    searches: [{ kind: "tree", answer: [{ id: "returns.damaged", name: "Damaged" }] }],
    ...(play.allow === undefined ? {} : { allow: play.allow }),
  });
  host.storage.local.setItem("kview/other/token", "secret of the host");
  const scene: Scene = { root, hostInput, faults: [], stops: [] };
  const broken = { services: false, reports: false, down: false };
  const offered = Object.fromEntries(
    services.map((name) => [
      name,
      (...args: readonly unknown[]) => {
        if (broken.services) throw new Error("a secret of the host");
        if (broken.down && args[0] === "confirm") card?.unmount();
        if (args[0] === "prompt") card?.update(bag);
        return (host[name] as (...all: readonly unknown[]) => unknown)(...args);
      },
    ]),
  );
  const neighbour = await createNeighbour(beside);
  const { faults } = scene;
  const watch = openWatch(place, scene);
  const codes: string[] = [];
  const html: string[] = [];
  const data = { id: "1", name: "Ada", list: [1], tags: ["b", "a"] };
  const bag = createContext({ resource: "customer", customer: data, ...JSON.parse(play.data ?? "{}") });
  const template = loadTemplate(JSON.parse(play.program));
  const options = {
    host: { ...offered, storage: host.storage, clock: host.clock, location: "https://host.example/page", allow: play.allow ?? [] },
    now: 1_791_187_200_000,
    // The worst that a host can do: both cards have one prefix.
    idPrefix: "kv",
    onDiagnostic: ({ code, cause }: Diagnostic) => {
      codes.push(code);
      if (code === "run/internal" && !broken.services && !broken.reports) faults.push(`kview itself failed: ${cause}`);
      if (broken.reports) throw new Error("of the host");
    },
    limits: { fuel: play.fuel ?? 400_000 },
    policy: { images: () => false, frames: () => false },
  };
  const own: Readonly<Record<string, () => void>> = {
    unmount: () => card?.unmount(),
    update: () => card?.update(bag),
    twin: () => mountTwin(template, bag, root, faults),
    "break-host": () => void (broken.services = true),
    "break-reports": () => void (broken.reports = true),
    "unmount-on-confirm": () => void (broken.down = true),
  };
  let card: ReturnType<typeof mount> | undefined;
  let text = "";
  try {
    card = mount(template, bag, root, options);
    await settle();
    html.push(printCard(root));
    for (const act of play.acts) {
      if (act.startsWith("advance ")) await host.advance(Number(act.slice(8)));
      else if (own[act] !== undefined) own[act]();
      else if (!doAct(act, scene)) throw new Error(`unknown act ${act}`);
      await settle();
      html.push(printCard(root));
    }
    text = root.textContent ?? "";
    watch.look("before it went");
    broken.reports = false;
    card.unmount();
    await settle();
  } catch (error) {
    faults.push(`it threw into the host: ${error}`);
    card?.unmount();
  }
  const left = [host.calls.length, codes.length];
  await provokeGone(scene, host);
  if (host.calls.length !== left[0] || codes.length !== left[1]) faults.push("it went on after it was gone");
  neighbour.check(faults);
  watch.look("after it went");
  watch.close();
  place.remove();

  const logs = host.calls.flatMap((call) => (call.service === "log" ? [print(call.values, faults)] : []));
  const calls: Record<string, number> = {};
  for (const call of host.calls) {
    if (call.service !== "log") print(call, faults);
    calls[call.service] = (calls[call.service] ?? 0) + 1;
  }
  return { faults, html, text, codes, logs, calls };
}

/** What the card shows, without what our own controls have and no markup of a template may: a form that is none. */
function printCard(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll('.kv-editor-input[form="kv:none"]')) control.removeAttribute("form");
  return copy.innerHTML;
}

/** A second card of the template shows what the first did, whatever that has done to what it holds. */
function mountTwin(
  template: ReturnType<typeof loadTemplate>,
  bag: ReturnType<typeof createContext>,
  root: Element,
  faults: string[],
): void {
  const other = document.createElement("div");
  const twin = mount(template, bag, other);
  if (other.textContent !== root.textContent) faults.push(`a second card of the template shows ${other.textContent}`);
  twin.unmount();
}

/** Nothing of a card is left once it is gone, and nothing comes of what happens where it was. */
async function provokeGone(scene: Scene, host: ReturnType<typeof createTestHost>): Promise<void> {
  const { root, faults } = scene;
  if (root.innerHTML !== "") faults.push(`it left behind ${root.innerHTML.slice(0, 200)}`);
  if (host.pending.length > 0) faults.push(`under way: ${host.pending.slice(0, 3).join(", ")}`);
  root.append(document.createElement("p"));
  doAct("events", scene);
  doAct("click", scene);
  await host.advance(2_000);
  await settle();
  root.replaceChildren();
}

/** Prints what the host was given. It has to be plain data: nothing of the template's, nothing of the page's. */
function print(value: unknown, faults: string[], level = 0): string {
  if (typeof value === "function" || typeof value === "symbol") faults.push(`the host was given a ${typeof value}`);
  if (typeof value !== "object" || value === null || level > 20) return String(value);
  if (Array.isArray(value)) return value.map((item) => print(item, faults, level + 1)).join(" ");
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || prototype === Object.prototype;
  if (!isPlain && !/^(AbortSignal|Blob|File|FormData)$/.test(value.constructor?.name))
    faults.push(`the host was given ${Object.prototype.toString.call(value)}`);
  if (!isPlain) return "";
  return Object.entries(value)
    .map(([key, item]) => `${key}:${print(item, faults, level + 1)}`)
    .join(" ");
}
