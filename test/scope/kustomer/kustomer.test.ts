import { describe, expect, it } from "vitest";
import { View } from "../../../src/runtime/view.ts";
import { readRenderedView } from "../../../src/scope/kustomer/kustomer.ts";
import { runLive } from "../../support/live-script.ts";

describe("Kustomer.render", () => {
  it("shows a view in a page", async () => {
    const shown: unknown[] = [];
    const { realm, log } = await runLive(`log(Kustomer.render(<p>{1 + 1}</p>));`, { live: { show: (view) => shown.push(view) } });
    expect(shown).toEqual([expect.any(View)]);
    expect(log).toEqual([undefined]);
    expect(readRenderedView(realm)).toBeUndefined();
  });

  it("keeps the last view for the renderer in the string target", async () => {
    const { realm } = await runLive(`Kustomer.render(<p/>); Kustomer.render("text");`, { still: true });
    expect(readRenderedView(realm)).toEqual({ view: "text" });
  });

  it("tells a view that shows nothing from no view", async () => {
    const { realm } = await runLive(`Kustomer.render();`, { still: true });
    expect(readRenderedView(realm)).toEqual({ view: undefined });
    expect(readRenderedView((await runLive(`1`, { still: true })).realm)).toBeUndefined();
  });
});
