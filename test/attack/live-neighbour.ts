import { mount } from "../../src/dom.ts";
import { createContext, loadTemplate } from "../../src/index.ts";
import { createTestHost } from "../../src/testing.ts";

/** Source of the harmless card that stands beside every hostile one. It bears the ids and names that hostile cards guess. */
export const neighbourSource = `
window.__neighbour = window.__neighbour || { count: 0 };
const Counter = () => {
  const [n, setN] = React.useState(0);
  const [text, setText] = React.useState("kept");
  React.useEffect(() => { localStorage.setItem("token", "secret"); }, []);
  return (
    <div>
      <button id="pay" onClick={() => setN(n + 1)}>pay {n}</button>
      <input id="note" value={text} onChange={(event) => setText(event.target.value)} />
      <input id="agree" type="checkbox" />
      <form id="order" onSubmit={() => setN(100)}><input name="amount" defaultValue="1" /></form>
      <p>{_.get({ a: 1 }, "a")} {moment("2026-02-03").format("MMMM")} {String(Math.leak)} {typeof _.spoofed} {String(window.__kv)}
        {String("".leak)} {customer.name}</p>
    </div>
  );
};
<Counter />`;

let program: unknown;

/** Says what the neighbour's program is; the page has no compiler. */
export function setNeighbour(json: string): void {
  program = JSON.parse(json);
}

/** Mounts the neighbour. Its check adds a fault where it was touched, or no longer works. */
export async function createNeighbour(root: Element): Promise<{ check(faults: string[]): void }> {
  const bag = createContext({ resource: "customer", customer: { id: "2", name: "Grace" } });
  const card = mount(loadTemplate(program), bag, root, { host: createTestHost({ clock: 0 }), idPrefix: "kv" });
  await new Promise((resolve) => setTimeout(resolve));
  const look = () => `${root.innerHTML} ${[...root.querySelectorAll("input")].map(({ value, checked }) => `${value}/${checked}`).join()}`;
  const before = look();
  return {
    check: (faults) => {
      if (look() !== before) faults.push(`the card beside it was touched: ${look()} was ${before}`);
      root.querySelector("button")?.click();
      if (root.querySelector("button")?.textContent !== "pay 1") faults.push("the card beside it no longer works");
      card.unmount();
      if (root.innerHTML !== "") faults.push("the card beside it could not be taken down");
    },
  };
}
