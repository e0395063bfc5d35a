// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { settleCard, showCard } from "../support/live-card.ts";

it("keeps the focus while it loads, and can't be pressed until it is done", async () => {
  const { find, logs, card } = await showCard(`
    const App = () => {
      const [busy, setBusy] = React.useState(false);
      return (
        <div>
          <Button loading={busy} onClick={() => { console.log("pressed"); setBusy(true); }}>Refund</Button>
          <i onClick={() => setBusy(false)}>done</i>
        </div>
      );
    };
    <App />`);
  const button = find("button");
  button.focus();
  button.click();
  await settleCard();
  expect(["aria-busy", "aria-disabled", "disabled"].map((name) => button.getAttribute(name))).toEqual(["true", "true", null]);
  button.click();
  expect([document.activeElement === button, logs()]).toEqual([true, ["pressed"]]);
  find("i").click();
  button.click();
  expect(logs()).toEqual(["pressed", "pressed"]);
  card.unmount();
});
