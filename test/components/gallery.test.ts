// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { type ShownCard, settleCard, showCard } from "../support/live-card.ts";
import { unmountAfterEach } from "../support/unmount-after-each.ts";

const ends = unmountAfterEach();
const show = async (...args: Parameters<typeof showCard>): Promise<ShownCard> => ends(await showCard(...args));

const three =
  '<Images images={[{ url: "https://a.example/1.png", name: "Front" }, "https://a.example/2.png", "https://a.example/3.png"]}/>';

/** What the dialog says: name, place, picture; `undefined` where none is open. */
const read = ({ place }: ShownCard) => {
  const dialog = place.querySelector<HTMLDialogElement>("dialog");
  if (dialog === null) return undefined;
  const text = (selector: string) => dialog.querySelector(selector)?.textContent ?? null;
  return [dialog.open, text(".kv-lightbox-name"), text(".kv-lightbox-place"), dialog.querySelector("img")?.getAttribute("src") ?? null];
};

/** Presses an element; tells whether that does what the page does by itself, such as following a link. It does not do so here. */
const press = async (element: Element, init: MouseEventInit = {}) => {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...init });
  let follows = false;
  const note = () => {
    follows = !event.defaultPrevented;
    event.preventDefault();
  };
  const around = element.getRootNode();
  around.addEventListener("click", note);
  element.dispatchEvent(event);
  around.removeEventListener("click", note);
  await settleCard();
  return { follows };
};

const key = async (element: Element, name: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init });
  element.dispatchEvent(event);
  await settleCard();
  return event;
};

const dialogOf = ({ place }: ShownCard) => place.querySelector("dialog") as HTMLDialogElement;

describe("pictures of a live card", () => {
  it("open large when the reader presses one, beside the card", async () => {
    const shown = await show(three);
    const [, second] = shown.all(".kv-image");
    expect(second?.getAttribute("aria-haspopup")).toBe("dialog");
    expect((await press(second as Element)).follows).toBe(false);
    expect(read(shown)).toEqual([true, "Image 2", "2 of 3", "https://a.example/2.png"]);
    const dialog = dialogOf(shown);
    expect(dialog.parentElement).toBe(shown.place);
    expect(shown.root.contains(dialog)).toBe(false);
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Image 2");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Close");
  });

  it("turn by keys and buttons, to the ends and no further", async () => {
    const shown = await show(three);
    await press(shown.find(".kv-image"));
    const dialog = dialogOf(shown);
    const at = async (name: string) => {
      const { defaultPrevented } = await key(dialog, name);
      return [read(shown)?.[1], defaultPrevented];
    };
    expect(await at("ArrowLeft")).toEqual(["Front", true]);
    expect(await at("ArrowRight")).toEqual(["Image 2", true]);
    expect(await at("End")).toEqual(["Image 3", true]);
    expect(await at("ArrowRight")).toEqual(["Image 3", true]);
    expect(await at("Home")).toEqual(["Front", true]);
    expect(await at("a")).toEqual(["Front", false]);
    await key(dialog, "End", { altKey: true });
    expect(read(shown)?.[1]).toBe("Front");
    await press(shown.find("[aria-label='Next picture']"));
    expect(read(shown)?.[1]).toBe("Image 2");
    await press(shown.find("[aria-label='Previous picture']"));
    expect(read(shown)?.[1]).toBe("Front");
    expect(shown.find("[aria-label='Previous picture']").getAttribute("aria-disabled")).toBe("true");
    await press(shown.find("[aria-label='Previous picture']"));
    expect(read(shown)?.[1]).toBe("Front");
  });

  it("turn the other way from right to left", async () => {
    const shown = await show(three);
    shown.place.style.direction = "rtl";
    await press(shown.find(".kv-image"));
    await key(dialogOf(shown), "ArrowLeft");
    expect(read(shown)?.[1]).toBe("Image 2");
  });

  it.each([
    ["the button", (shown: ShownCard) => press(shown.find("[aria-label='Close']"))],
    ["a press on the ground", (shown: ShownCard) => press(dialogOf(shown))],
    ["Escape, as browsers do", (shown: ShownCard) => Promise.resolve(dialogOf(shown).close()).then(settleCard)],
  ])("are closed by %s; the focus goes back to the thumbnail", async (_what, close) => {
    const shown = await show(three);
    const thumbnail = shown.find(".kv-image");
    await press(thumbnail);
    await close(shown);
    expect(read(shown)).toBeUndefined();
    expect(document.activeElement).toBe(thumbnail);
    await press(thumbnail);
    expect(read(shown)?.[1]).toBe("Front");
  });

  it("stay open when the picture is pressed, and nobody around hears of it", async () => {
    const shown = await show(three);
    const heard: string[] = [];
    for (const type of ["click", "keydown", "close"]) shown.place.addEventListener(type, () => heard.push(type));
    await press(shown.find(".kv-image"));
    expect(heard.splice(0)).toEqual(["click"]);
    await press(shown.find(".kv-lightbox-picture"));
    await key(dialogOf(shown), "ArrowRight");
    expect(read(shown)?.[1]).toBe("Image 2");
    expect(heard).toEqual([]);
  });

  it("say which can't be loaded", async () => {
    const shown = await show(three);
    await press(shown.find(".kv-image"));
    shown.find(".kv-lightbox-picture").dispatchEvent(new Event("error"));
    await settleCard();
    expect(shown.find(".kv-lightbox-stage").textContent).toBe("Front can't be loaded");
    await key(dialogOf(shown), "ArrowRight");
    expect(read(shown)?.[3]).toBe("https://a.example/2.png");
  });

  it("have no steps and no place where there is one alone; one in the data is pressed like a button, and leads nowhere", async () => {
    const data = "data:image/png;base64,AAAA";
    const shown = await show(`<Images images="${data}"/>`);
    const thumbnail = shown.find(".kv-image");
    expect([thumbnail.getAttribute("role"), thumbnail.getAttribute("tabindex"), thumbnail.getAttribute("href")]).toEqual([
      "button",
      "0",
      null,
    ]);
    expect((await key(thumbnail, " ")).defaultPrevented).toBe(true);
    expect(read(shown)).toEqual([true, "Image 1", null, data]);
    expect(shown.all("dialog button").length).toBe(1);
    expect(shown.all("dialog a").length).toBe(0);
  });

  it("lead to the whole picture in a tab of its own", async () => {
    const shown = await show(three);
    await press(shown.find(".kv-image"));
    const link = shown.find("dialog a");
    expect(["href", "target", "rel"].map((name) => link.getAttribute(name))).toEqual([
      "https://a.example/1.png",
      "_blank",
      "noopener noreferrer",
    ]);
  });

  it("stay links: for other keys and buttons, without a page around, and where a handler has done with the press", async () => {
    const shown = await show(three);
    const thumbnail = shown.find(".kv-image");
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }])
      expect((await press(thumbnail, init)).follows).toBe(true);
    expect(read(shown)).toBeUndefined();
    shown.root.remove();
    expect((await press(thumbnail)).follows).toBe(true);
  });

  it("follow the card: other pictures, fewer, none; and go with it", async () => {
    const shown = await show("<Images images={customer.tags}/>", { customer: { tags: ["https://a.example/1", "https://a.example/2"] } });
    await press(shown.all(".kv-image")[1] as Element);
    await shown.update({ customer: { tags: ["https://a.example/3"] } });
    expect(read(shown)).toEqual([true, "Image 1", null, "https://a.example/3"]);
    await shown.update({ customer: { tags: [] } });
    expect(read(shown)).toBeUndefined();
    await shown.update({ customer: { tags: ["https://a.example/3"] } });
    await press(shown.find(".kv-image"));
    shown.card.unmount();
    expect(read(shown)).toBeUndefined();
  });

  it("wear the card's theme", async () => {
    const shown = await show(three, {}, { options: { theme: "dark" } });
    await press(shown.find(".kv-image"));
    expect(dialogOf(shown).dataset.theme).toBe("dark");
  });
});

describe("what a template can do to them", () => {
  it("is not to open one: its own clicks are not the reader's", async () => {
    const shown = await show(`
      const App = () => {
        React.useEffect(() => {
          const link = document.querySelector(".kv-image");
          link.click();
          link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
          setTimeout(() => link.click(), 1);
        }, []);
        return <button id="other" onClick={() => document.querySelector(".kv-image").click()}>x</button>;
      };
      <div><App />${three}</div>`);
    await press(shown.find("button"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(read(shown)).toBeUndefined();
    await press(shown.find(".kv-image"));
    expect(read(shown)?.[1]).toBe("Front");
  });

  it("is not to see the dialog, or to hear of what is pressed in it", async () => {
    const shown = await show(`
      const App = () => {
        React.useEffect(() => {
          for (const type of ["click", "keydown", "focusin"]) document.addEventListener(type, (e) => console.log(type, e.target.className));
        }, []);
        return <p onClick={() => console.log(String(document.querySelector("dialog")), document.body.outerHTML.includes("dialog"))}>x</p>;
      };
      <div><App />${three}</div>`);
    await press(shown.find(".kv-image"));
    await press(shown.find(".kv-lightbox-picture"));
    await key(dialogOf(shown), "ArrowRight");
    await press(shown.find("p"));
    expect(shown.logs()).toEqual(["click kv-image", "null true", "click "]);
  });

  it("is not to show a picture that the policy refused, or what a mask hides", async () => {
    const shown = await show(
      '<Images images={["javascript:alert(1)", "https://no.example/x.png", customer.custom.shotObj, "https://a.example/1.png"]}/>',
      { customer: { custom: { shotObj: { isMasked: true, maskedPresentation: "•••", url: "https://a.example/secret.png" } } } },
      { options: { policy: { images: ({ hostname }) => hostname !== "no.example" } } },
    );
    await press(shown.all(".kv-image").at(-1) as Element);
    expect(read(shown)).toEqual([true, "Image 3", null, "https://a.example/1.png"]);
    expect(document.body.innerHTML).not.toContain("secret");
    expect((await press(shown.all(".kv-image")[1] as Element)).follows).toBe(true);
  });
});
