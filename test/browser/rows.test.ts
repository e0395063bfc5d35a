import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/index.ts";
import { hasChromium, type OpenPage, openPage } from "./open-page.ts";
import type { RowsPageApi } from "./rows-page.ts";
import { rowsData, rowsView } from "./rows-view.ts";
import { runAxe } from "./run-axe.ts";

type Global = { readonly rows: RowsPageApi };

const compiled = compile(rowsView, { context: "smartbar-details", resource: "conversation" });
if (!compiled.ok) throw new Error("the view does not compile");
const program = JSON.stringify(compiled.template.program);

describe.skipIf(!hasChromium)("rows that agents edit, in a browser", { timeout: 60_000 }, () => {
  let open: OpenPage;

  const show = async (options: { readonly theme?: "light" | "dark"; readonly width?: number; readonly locked?: string } = {}) => {
    const given = { theme: "light", width: 280, ...options } as const;
    await open.page.evaluate(([text, data, how]) => (globalThis as unknown as Global).rows.show(text, data, how), [
      program,
      rowsData,
      given,
    ] as const);
    await open.page.getByRole("button", { name: "Edit Subject" }).waitFor({ state: "attached" });
  };
  const changes = () => open.page.evaluate(() => (globalThis as unknown as Global).rows.changes());
  const row = (label: string) => open.page.locator(".kv-row", { hasText: label });
  const edit = (label: string) => open.page.getByRole("button", { name: `Edit ${label}`, exact: true });
  const focused = () => open.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.localName);

  beforeAll(async () => {
    open = await openPage("rows-page.ts");
    await open.page.emulateMedia({ reducedMotion: "reduce" });
  }, 60_000);

  afterAll(() => open?.close());

  it("edits a text with the keyboard alone", async () => {
    await show();
    const { keyboard } = open.page;
    await edit("Subject").focus();
    await keyboard.press("F2");
    expect(await focused()).toBe("Subject");
    await keyboard.type("Refund wanted");
    await keyboard.press("Tab");
    expect(await focused()).toBe("Save");
    await keyboard.press("Shift+Tab");
    await keyboard.press("Enter");
    await open.page.waitForFunction(() => document.querySelectorAll("[aria-busy]").length === 0);
    expect([await row("Subject").locator(".kv-editor-shown").textContent(), await focused()]).toEqual(["Refund wanted", "Edit Subject"]);
    await keyboard.press("Tab");
    expect(await focused()).toBe("Edit Note");
    await keyboard.press("Enter");
    await keyboard.press("Control+A");
    await keyboard.type("one");
    await keyboard.press("Enter");
    await keyboard.type("two");
    await keyboard.press("Control+Enter");
    expect(await changes()).toEqual(['subjectStr "Refund wanted"', 'noteTxt "one\\ntwo"']);
  });

  it("picks a user with the keyboard, and one with the mouse", async () => {
    await show();
    const { keyboard } = open.page;
    await edit("Assigned Users").focus();
    await keyboard.press("Enter");
    await keyboard.type("le");
    await open.page.getByRole("option", { name: "Lena Holm" }).waitFor();
    await open.page.waitForFunction(() => document.querySelector("[role=combobox]")?.getAttribute("aria-activedescendant"));
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await open.page.getByRole("button", { name: "Remove Lena Holm" }).waitFor();
    await open.page.getByRole("option", { name: "Marta Silva" }).click();
    expect(await focused()).toBe("Assigned Users");
    await keyboard.press("Enter");
    await row("Assigned users").locator(".kv-editor-shown").waitFor();
    expect(await row("Assigned users").locator(".kv-editor-shown").textContent()).toBe("Kim Berg, Lena Holm, Marta Silva");
    expect(await changes()).toEqual([
      'assignedUsers [{"id":"u1","name":"Kim Berg"},{"id":"u3","name":"Lena Holm"},{"id":"u4","name":"Marta Silva"}]',
    ]);
  });

  it("saves with the mouse elsewhere, in the viewer's zone, and undoes what the host does not take", async () => {
    await show({ locked: "dueAt" });
    await row("Due").hover();
    await edit("Due").click();
    await open.page.getByLabel("Due", { exact: true }).fill("2026-12-24T18:30");
    await row("Card").click();
    await row("Due").locator("[role=alert]").waitFor();
    expect(await changes()).toEqual(['dueAt "2026-12-24T17:30:00.000Z"']);
    expect(await row("Due").locator(".kv-row-value").textContent()).toContain("Oct 9, 2026 10:30 AM");
    expect(await open.page.evaluate(() => (globalThis as unknown as Global).rows.told.at(-1))).toContain("`dueAt`: locked");
  });

  it("keeps focus, caret and what was typed when the card gets other data", async () => {
    await show();
    await edit("Subject").focus();
    await open.page.keyboard.press("Enter");
    await open.page.keyboard.type("half");
    await open.page.keyboard.press("ArrowLeft");
    const { conversation } = rowsData;
    const others = { conversation: { ...conversation, custom: { ...conversation.custom, pointsNum: 7 } } };
    await open.page.evaluate((data) => (globalThis as unknown as Global).rows.update(data), others);
    await open.page.keyboard.type("-");
    expect(await open.page.getByLabel("Subject", { exact: true }).inputValue()).toBe("hal-f");
    expect(await row("Points").locator(".kv-row-value").textContent()).toBe("7");
  });

  it("waits, when the window or a script takes the focus, with what was typed", async () => {
    await show();
    await row("Subject").hover();
    await edit("Subject").click();
    await open.page.keyboard.type("half of");
    await open.page.evaluate(() => document.querySelector<HTMLElement>("#input")?.focus());
    expect([await open.page.getByLabel("Subject", { exact: true }).inputValue(), await changes()]).toEqual(["half of", []]);
  });

  it.each(["light", "dark"] as const)("gives axe nothing to say, open and closed, and keeps to 280 px, %s", async (theme) => {
    await show({ theme });
    const axe = async () => {
      const { violations, unmeasured } = await runAxe(open.page, "#place");
      return [...violations, ...unmeasured];
    };
    expect(await axe()).toEqual([]);
    await open.page.locator(".kv-editor-open").evaluateAll((all) => {
      for (const button of all) (button as HTMLElement).click();
    });
    await open.page.getByRole("treeitem", { name: "Damaged" }).waitFor();
    await open.page.getByLabel("Points", { exact: true }).fill("x");
    await open.page.getByLabel("Points", { exact: true }).press("Enter");
    expect(await axe()).toEqual([]);
    const wide = await open.page
      .locator("#place *")
      .evaluateAll((all) =>
        all
          .filter((one) => one.localName !== "input" && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
          .map((one) => one.className),
      );
    expect(wide).toEqual([]);
  });

  it("asks nothing of the page's policy, and fails nowhere", async () => {
    expect([open.violations, open.errors, open.navigations]).toEqual([[], [], []]);
  });
});
