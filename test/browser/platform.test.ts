import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { PlatformPageApi } from "./platform-page.ts";
import { runAxe } from "./run-axe.ts";

type Global = { readonly platform: PlatformPageApi };
type Records = Parameters<PlatformPageApi["show"]>[1];

/** A picture of a colour, 320 by 200. */
const picture = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="${color}"/></svg>`;

/** A page as its author writes it for the protocol of embedded cards; `#` and what follows decides how it behaves. */
const hosted = `<!doctype html><html lang="en"><title>Rewards</title><body style="margin:0;font:13px sans-serif"><main>?</main><script>
const { searchParams } = new URL(location.href);
const id = searchParams.get("id"), host = searchParams.get("parentUrl");
const post = (message) => parent.postMessage({ cardId: id, ...message }, host);
const got = [];
addEventListener("message", ({ origin, data }) => {
  if (origin !== host) return;
  got.push(data.type);
  document.querySelector("main").textContent = got.join(" ") + " " + data.context?.["kobject.product"]?.attributes.title + " " + data.theme;
});
addEventListener("click", () => post({ type: "RESIZE", height: "50vh" }));
if (location.hash !== "#silent") post({ type: "INITIALIZE", height: 90 });
</script></body></html>`;

describe.skipIf(!hasChromium)("what acts in the platform's components, in a browser", { timeout: 60_000 }, () => {
  let open: OpenPage;
  const asked: string[] = [];

  const show = async (source: string, records: Records, look: { readonly theme?: "light" | "dark"; readonly width?: number } = {}) => {
    const compiled = compile(source);
    if (!compiled.ok) throw new Error("the view does not compile");
    const given = { theme: "light", width: 280, ...look } as const;
    asked.length = 0;
    await open.page.evaluate(([text, data, how]) => (globalThis as unknown as Global).platform.show(text, data, how), [
      JSON.stringify(compiled.template.program),
      records,
      given,
    ] as const);
  };
  const told = () => open.page.evaluate(() => (globalThis as unknown as Global).platform.told);
  const focused = () => open.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.className);

  beforeAll(async () => {
    open = await openPage("platform-page.ts");
    await open.page.emulateMedia({ reducedMotion: "reduce" });
    await open.page.route("https://pictures.test/**", (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return name === "missing" ? route.abort() : route.fulfill({ contentType: "image/svg+xml", body: picture(name) });
    });
    await open.page.route("https://cards.test/**", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: hosted });
    });
  }, 60_000);

  afterAll(() => open?.close());

  describe("pictures", () => {
    const source = `<div><Images images={kobject.images}/><p>Under them</p></div>`;
    const images = ["seagreen", "missing", "indianred"].map((color) => `https://pictures.test/${color}`);

    it("are walked through with the keyboard alone, and give the focus back", async () => {
      await show(source, { kobject: { title: "Teapot", images } });
      const { keyboard } = open.page;
      await open.page.locator(".kv-image[aria-haspopup]").first().focus();
      await keyboard.press("Enter");
      const dialog = open.page.getByRole("dialog", { name: "Image 1" });
      await dialog.waitFor();
      expect(await focused()).toBe("Close");
      await keyboard.press("ArrowRight");
      await open.page.getByText("Image 2 can't be loaded").waitFor();
      await keyboard.press("End");
      expect(await open.page.locator(".kv-lightbox-text").textContent()).toBe("Image 33 of 3");
      // Within the dialog: the page around it can't be reached.
      const places: (string | undefined)[] = [];
      for (let i = 0; i < 5; i++) {
        await keyboard.press("Tab");
        places.push(await focused());
      }
      expect(places.filter((place) => place !== "")).toEqual(["Previous picture", "Next picture", "Open in a new tab", "Close"]);
      await keyboard.press("Escape");
      await open.page.waitForFunction(() => document.querySelector("dialog") === null);
      expect(await focused()).toBe("kv-image");
    });

    it("are closed by a click beside them, and not by one on them", async () => {
      await show(source, { kobject: { title: "Teapot", images } }, { theme: "dark" });
      await open.page.locator(".kv-image[aria-haspopup]").first().click();
      await open.page.locator(".kv-lightbox-picture").click();
      const box = await open.page.locator("dialog").boundingBox();
      expect(box?.width).toBe(960);
      await open.page.mouse.click(5, 5);
      await open.page.waitForFunction(() => document.querySelector("dialog") === null);
    });

    it.each(["light", "dark"] as const)("have no fault that axe finds, %s", async (theme) => {
      await show(source, { kobject: { title: "Teapot", images } }, { theme });
      await open.page.locator(".kv-image[aria-haspopup]").first().click();
      await open.page.locator(".kv-lightbox-picture").waitFor();
      expect(await runAxe(open.page, "dialog")).toEqual({ violations: [], unmeasured: [] });
      await open.page.keyboard.press("Escape");
    });
  });

  describe("embedded pages", () => {
    const source = `<div><DynamicCard src={"https://cards.test/rewards" + kobject.description} title="Rewards" context={object.context}/></div>`;

    it("are asked for once, shown when they speak, told of changes, and as large as they ask to be", async () => {
      await show(source, { kobject: { title: "Teapot", description: "" } }, { theme: "dark" });
      const frame = open.page.frameLocator("iframe");
      await frame.getByText("INITIALIZE Teapot dark").waitFor();
      expect(asked.map((url) => url.replace(/=[^&]+/g, "="))).toEqual(["https://cards.test/rewards?parentUrl=&id="]);
      const iframe = open.page.locator("iframe");
      expect((await iframe.boundingBox())?.height).toBe(90);
      await open.page.evaluate(() => (globalThis as unknown as Global).platform.update({ kobject: { title: "Kettle", description: "" } }));
      await frame.getByText("INITIALIZE CONTEXT_UPDATE Kettle").waitFor();
      await frame.locator("main").click();
      await open.page.waitForFunction(() => document.querySelector("iframe")?.getBoundingClientRect().height !== 90);
      expect((await iframe.boundingBox())?.height).toBe((open.page.viewportSize()?.height ?? 0) / 2);
      expect(await told()).toEqual([]);
    });

    it("wait with a skeleton in their place, seen and focused by nobody", async () => {
      await show(source, { kobject: { title: "Teapot", description: "#silent" } });
      await open.page.getByRole("status", { name: "" }).filter({ hasText: "Loading Rewards" }).waitFor();
      expect(await open.page.locator("iframe").isVisible()).toBe(false);
      expect(await runAxe(open.page, "#place")).toEqual({ violations: [], unmeasured: [] });
    });
  });

  describe("a create form", () => {
    const source = `
      <div>
        <CreateFormRow field="orderNumberStr" required/>
        <CreateFormRow field="noteTxt"/>
        <CreateFormRow field="totalNum" value={kobject.custom.totalNum}/>
        <CreateFormRow field="deliveryAt"/>
        <CreateFormRow field="giftBool"/>
        <CreateFormRow field="reasonTree" required/>
        <CreateFormRow field="assignedUsers" object="conversation" label="Owner"/>
        <CreateFormRow field="cardStr" value={kobject.custom.cardStr}/>
      </div>`;
    const records = { kobject: { custom: { totalNum: 4, cardStr: { isMasked: true, maskedPresentation: "•••• 4417" } } } };
    const values = () =>
      open.page.evaluate(() => (globalThis as unknown as Global).platform.host.form?.fields.map(({ value, problem }) => problem ?? value));

    it("is filled in with the keyboard alone", async () => {
      await show(source, records);
      const { keyboard } = open.page;
      await open.page.getByRole("textbox", { name: "Order Number" }).focus();
      await keyboard.type("10-4418");
      await keyboard.press("Tab");
      await keyboard.type("Back door.");
      await keyboard.press("Tab");
      await keyboard.press("Control+A");
      await keyboard.type("129.5");
      await keyboard.press("Tab");
      // Month, day, year, hour, minute, half of the day: as Chromium has them in English.
      await keyboard.type("10062026");
      await keyboard.press("Tab");
      await keyboard.type("0830AM");
      for (let i = 0; i < 8 && (await focused()) === "kv-input"; i++) {
        if ((await open.page.evaluate(() => document.activeElement?.localName)) === "select") break;
        await keyboard.press("Tab");
      }
      await keyboard.type("Y");
      await keyboard.press("Tab");
      await keyboard.press("Enter");
      const tree = open.page.getByRole("combobox", { name: "Reason" });
      await keyboard.type("late");
      // What was typed has told on the list: others were in it.
      await open.page.getByRole("treeitem", { name: "Damaged" }).waitFor({ state: "detached" });
      await open.page.getByRole("treeitem", { name: "Late" }).waitFor();
      await keyboard.press("ArrowDown");
      await keyboard.press("Enter");
      await open.page.waitForFunction(() => document.activeElement?.textContent === "Late");
      expect(await tree.textContent()).toBe("Late");
      await keyboard.press("Tab");
      await keyboard.press("ArrowDown");
      await open.page.getByRole("option", { name: "Lee Park" }).waitFor();
      for (const key of ["ArrowDown", "ArrowDown", "Enter", "Escape"]) await keyboard.press(key);
      await open.page.waitForFunction(() => document.activeElement?.textContent === "Lee Park");
      expect(await values()).toEqual([
        "10-4418",
        "Back door.",
        129.5,
        "2026-10-06T06:30:00.000Z",
        true,
        "delivery.late",
        [{ id: "u2", name: "Lee Park" }],
      ]);
    });

    it("takes a press on the next row, whatever the one that is left has to say", async () => {
      await show(source, records);
      await open.page.getByRole("textbox", { name: "Order Number" }).click();
      await open.page.getByRole("combobox", { name: "Reason" }).click();
      await open.page.getByRole("treeitem", { name: "Damaged" }).click();
      expect(await values()).toEqual(["Fill this in.", null, 4, null, null, "returns.damaged", null]);
      expect(await open.page.getByRole("alert").allTextContents()).toEqual(["Fill this in."]);
    });

    it.each(["light", "dark"] as const)("has no fault that axe finds: filled, wrong, and with a picker open, %s", async (theme) => {
      await show(source, records, { theme });
      await open.page.getByRole("combobox", { name: "Reason" }).waitFor();
      expect(await runAxe(open.page, "#place")).toEqual({ violations: [], unmeasured: [] });
      await open.page.evaluate(() => (globalThis as unknown as Global).platform.host.form?.check());
      expect(await focused()).toBe("kv-input");
      await open.page.getByRole("combobox", { name: "Owner" }).click();
      await open.page.getByRole("option", { name: "Kim Berg" }).waitFor();
      expect(await open.page.getByRole("alert").count()).toBe(2);
      expect(await runAxe(open.page, "#place")).toEqual({ violations: [], unmeasured: [] });
    });
  });

  it("asks nothing of the page's policy, and throws nothing", () => {
    expect([open.violations, open.errors.filter((error) => !error.includes("ERR_FAILED"))]).toEqual([[], []]);
  });
});
