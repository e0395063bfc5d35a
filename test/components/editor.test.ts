// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext, createKlasses } from "../../src/context.ts";
import { hydrate, loadTemplate, mount } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { createTestHost } from "../../src/testing.ts";
import { compileCard } from "../support/card.ts";
import { type Rows, showRows } from "../support/rows.ts";
import { unmountAfterEach } from "../support/unmount-after-each.ts";

const ends = unmountAfterEach();
const show = async (...args: Parameters<typeof showRows>): Promise<Rows> => ends(await showRows(...args));

const row = (field: string, object = "customer") =>
  `<Row field="${field}" object="${object}" value={${object === "customer" ? "customer" : "conversation"}.custom.${field}} />`;
const customer = (custom: object) => ({ customer: { id: "c1", name: "Ada", custom } });

describe("which rows can be edited", () => {
  const editable = async (source: string, data: object, given: Parameters<typeof showRows>[2] = {}) => {
    const { root } = await show(source, data, given);
    return root.querySelectorAll(".kv-editor-open").length === 1;
  };

  it.each([
    ["a text", row("tierStr"), { tierStr: "gold" }, true],
    ["no value", row("tierStr"), {}, true],
    ["a long text", row("noteTxt"), { noteTxt: "a\nb" }, true],
    ["a number", row("pointsNum"), { pointsNum: 3 }, true],
    ["a date", row("soldAt"), { soldAt: "2026-10-02T15:04:05Z" }, true],
    ["a flag", row("vipBool"), { vipBool: false }, true],
    ["an address", row("siteUrl"), { siteUrl: "https://a.example" }, true],
    ["an id", row("orderId"), { orderId: "x" }, false],
    ["an object", row("rawObj"), { rawObj: {} }, false],
    ["a tree without a search", row("reasonTree"), { reasonTree: "a.b" }, false],
    ["a name without a type", row("points"), { points: 3 }, false],
    ["a flag that is a text", row("vipBool"), { vipBool: "yes" }, false],
    ["a record in a text", row("tierStr"), { tierStr: { a: 1 } }, false],
    ["a masked value", row("cardStr"), { cardStr: { isMasked: true, maskedPresentation: "••17" } }, false],
    ["a value in the place of a masked one", '<Row field="cardStr" value="4417" />', { cardStr: { isMasked: true } }, false],
    ["a path in the place of a name", '<Row field="custom.custom.cardStr" value="" />', { cardStr: { isMasked: true } }, false],
    ["markup", '<Row field="tierStr" value={<b>gold</b>} />', { tierStr: "gold" }, false],
    ["markup in a list", '<Row field="tierStr" value={["a", <b>gold</b>]} />', {}, false],
    ["a function", '<Row field="tierStr" value={() => 1} />', {}, true],
    ["a standard attribute", '<Row field="firstName" value={customer.firstName} />', {}, true],
    ["what the platform computes", '<Row field="updatedAt" value={customer.updatedAt} />', {}, false],
    ["what the platform names", '<Row field="displayName" value="Ada" />', {}, false],
    ["a record that the card does not have", '<Row field="nameStr" object="company" value="x" />', {}, false],
    ["an object that is no name", '<Row field="nameStr" object={7} value="x" />', {}, false],
  ])("%s: %s", async (_what, source, custom, expected) => {
    expect(await editable(source, customer(custom))).toBe(expected);
  });

  it("none where the host takes no changes, or the record has no id", async () => {
    expect(await editable(row("tierStr"), customer({}), { updates: null })).toBe(false);
    expect(await editable(row("tierStr"), { customer: { name: "Ada" } })).toBe(false);
  });

  it("as the host's klasses say", async () => {
    const klasses = createKlasses([{ name: "acme-order", metadata: { properties: { totalNum: { displayName: "Total with tax" } } } }]);
    const { root } = await show(
      '<Row field="totalNum" value={kobject.custom.totalNum} />',
      { kobject: { id: "k1", custom: { totalNum: 4 } }, klasses },
      { resource: "kobject.acme-order" },
    );
    expect(root.querySelector("button")?.getAttribute("aria-label")).toBe("Edit Total with tax");
  });

  it("show what the string shows until they are in the page, and are taken over from it", async () => {
    const { template } = compileCard(`<div>${row("siteUrl")}${row("noneStr")}</div>`);
    const bag = createContext({ resource: "customer", ...customer({ siteUrl: "https://a.example" }) });
    const root = document.body.appendChild(document.createElement("div"));
    const options = { host: createTestHost({ updates: [] }), now: 0 };
    root.innerHTML = renderToString(template, bag, options);
    const link = root.querySelector("a");
    const reports: string[] = [];
    const card = hydrate(template, bag, root, { ...options, onDiagnostic: ({ code }) => reports.push(code) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(root.querySelector("a")).toBe(link);
    expect(root.querySelectorAll(".kv-editor-open").length).toBe(2);
    expect(root.querySelectorAll(".kv-editor-none").length).toBe(1);
    expect(reports).toEqual([]);
    card.unmount();
  });
});

describe("editing by type", () => {
  const zone = { options: { locale: "de-DE", timeZone: "Europe/Stockholm" } };

  it.each([
    ["tierStr", "gold", "gold", " silver ", "silver", "silver"],
    ["noteTxt", "a", "a", "b\nc", "b\nc", "b\nc"],
    ["tierStr", "a\nb", "a\nb", "a\nc", "a\nc", "a\nc"],
    ["pointsNum", 3, "3", "129.5", 129.5, "129.5"],
    ["pointsNum", 1e21, "1e+21", "2e+21", 2e21, "2e+21"],
    ["pointsNum", 3, "3", "-1,5", -1.5, "-1.5"],
    ["siteUrl", "https://a.example", "https://a.example", "https://b.example/x", "https://b.example/x", "https://b.example/x"],
    ["soldAt", "2026-10-02T15:04:05Z", "2026-10-02T17:04", "2026-12-24T18:30", "2026-12-24T17:30:00.000Z", "24.12.2026 18:30"],
    ["dueAt", "2026-10-02", "2026-10-02", "2026-10-03", "2026-10-03", "03.10.2026"],
    ["vipBool", true, "true", "false", false, "Nein"],
    ["tierStr", "gold", "gold", "", null, ""],
    ["pointsNum", 3, "3", " ", null, ""],
  ])("%s: %j opens as %j; %j is %j, shown as %j", async (field, value, begun, typed, sent, shown) => {
    const rows = await show(row(field), customer({ [field]: value }), zone);
    const label = rows.find(".kv-row-label").textContent ?? "";
    const control = await rows.open(label);
    expect([control.value, document.activeElement === control]).toEqual([begun, true]);
    await rows.type(typed);
    await rows.press("Enter", { ctrlKey: control.localName === "textarea" });
    expect(rows.changes()).toEqual([{ resource: "customer", id: "c1", field, value: sent, previous: value }]);
    expect(rows.texts()).toEqual([shown]);
    expect(document.activeElement?.getAttribute("aria-label")).toBe(`Edit ${label}`);
  });

  it.each([
    ["pointsNum", "twelve", "Write a number, such as 12 or 129.5."],
    ["pointsNum", "1,234", "Write a number, such as 12 or 129.5."],
    ["pointsNum", "1e999", "Write a number, such as 12 or 129.5."],
    ["siteUrl", "javascript:alert(1)", "Write a web address that begins with https:// or http://."],
    ["siteUrl", "https://a@b.example", "Write a web address that begins with https:// or http://."],
    ["soldAt", "tomorrow", "Choose a day and a time."],
    ["birthdayAt", "soon", "Choose a day."],
  ])("%s: %j is refused before the host is asked", async (field, typed, message) => {
    const source = field === "birthdayAt" ? '<Row field="birthdayAt" value={customer.birthdayAt} />' : row(field);
    const rows = await show(source, customer({}));
    const control = await rows.open(rows.find(".kv-row-label").textContent ?? "");
    control.type = "text";
    await rows.type(typed);
    await rows.press("Enter");
    const alert = rows.find("[role=alert]");
    expect(alert.textContent).toBe(message);
    expect([control.getAttribute("aria-invalid"), control.getAttribute("aria-describedby")]).toEqual(["true", alert.id]);
    expect(rows.changes()).toEqual([]);
    await rows.type("");
    expect(rows.root.querySelector("[role=alert]")).toBeNull();
  });

  it("of what is not changed, nothing is sent", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }));
    await rows.open("Tier");
    await rows.press("Enter");
    expect([rows.changes(), rows.texts()]).toEqual([[], ["gold"]]);
  });

  it("a link that was entered is a link, judged as the template's are", async () => {
    const refused = { options: { policy: { links: ({ host }: URL) => host !== "b.example" } } };
    const rows = await show(row("siteUrl"), customer({}), refused);
    await rows.open("Site");
    await rows.type("https://a.example/");
    await rows.press("Enter");
    expect(rows.find("a").getAttribute("href")).toBe("https://a.example/");
    await rows.open("Site");
    await rows.type("https://b.example/");
    await rows.press("Enter");
    expect([rows.root.querySelector("a"), rows.texts()]).toEqual([null, ["https://b.example/"]]);
  });

  it("an hour that clocks skip or repeat is one that there is", async () => {
    const rows = await show(row("soldAt"), customer({}), zone);
    for (const [typed, sent] of [
      ["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
      ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ]) {
      await rows.open("Sold");
      await rows.type(typed ?? "");
      await rows.press("Enter");
      expect(rows.changes().at(-1)).toMatchObject({ value: sent });
    }
  });
});

describe("opening, cancelling, leaving", () => {
  it("opens by F2, cancels by Escape or its button, and gives the focus back", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }));
    const edit = () => rows.find<HTMLButtonElement>(".kv-editor-open");
    edit().focus();
    await rows.press("F2");
    await rows.type("lead");
    await rows.press("Escape");
    expect([rows.texts(), rows.changes(), document.activeElement === edit()]).toEqual([["gold"], [], true]);
    await rows.open("Tier");
    await rows.type("lead");
    rows.find<HTMLButtonElement>("[aria-label=Cancel]").click();
    await rows.settle();
    expect([rows.texts(), rows.changes(), document.activeElement === edit()]).toEqual([["gold"], [], true]);
  });

  it("keeps keys from lists around, and line breaks in a long text", async () => {
    const rows = await show(row("noteTxt"), customer({ noteTxt: "a" }));
    const heard: string[] = [];
    document.body.addEventListener("keydown", ({ key }) => heard.push(key));
    await rows.open("Note");
    for (const key of ["Home", "ArrowDown", "Enter", "x"]) await rows.press(key);
    expect([heard, rows.changes(), rows.root.querySelectorAll("textarea").length]).toEqual([[], [], 1]);
  });

  it("saves when the reader goes on by Tab or pointer, and closes what is not changed", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }));
    const elsewhere = document.body.appendChild(document.createElement("input"));
    const leave = async (by: "Tab" | "pointer") => {
      const control = document.activeElement as HTMLElement;
      if (by === "Tab") control.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
      else elsewhere.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
      elsewhere.focus();
      await rows.settle();
    };
    await rows.open("Tier");
    await rows.type("silver");
    await leave("Tab");
    expect([rows.texts(), document.activeElement === elsewhere]).toEqual([["silver"], true]);
    await rows.open("Tier");
    await leave("pointer");
    expect([rows.texts(), rows.changes().length]).toEqual([["silver"], 1]);
    await rows.open("Tier");
    await rows.type("bronze");
    await leave("pointer");
    expect([rows.texts(), rows.changes().length]).toEqual([["bronze"], 2]);
  });

  it("stays as it is when something else takes the focus", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }));
    const elsewhere = document.body.appendChild(document.createElement("input"));
    await rows.open("Tier");
    await rows.type("silver");
    elsewhere.focus();
    await rows.settle();
    expect([rows.changes(), rows.find(".kv-editor-input").value]).toEqual([[], "silver"]);
  });
});

describe("what was entered", () => {
  const slow = { updates: [{ field: /./, delay: 100 }], clock: "2026-10-02T15:04:05Z" };
  const enter = async (rows: Rows, text: string) => {
    await rows.open("Tier");
    await rows.type(text);
    await rows.press("Enter");
  };

  it("is shown at once, busy until the host has taken it", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    expect([rows.texts(), rows.find("[role=status]").textContent]).toEqual([["silverSaving"], "Saving"]);
    expect(rows.find(".kv-editor-shown").getAttribute("aria-busy")).toBe("true");
    await rows.host.advance(200);
    expect([rows.texts(), rows.find("[role=status]").textContent]).toEqual([["silver"], ""]);
    await rows.update(customer({ tierStr: "silver" }));
    expect([rows.texts(), rows.root.querySelector(".kv-editor-shown")]).toEqual([["silver"], null]);
  });

  it("is undone where the host does not take it, with a message and a report", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), { updates: [{ field: "tierStr", error: "locked" }] });
    await enter(rows, "silver");
    expect(rows.find("[role=alert]").textContent).toBe("Not saved. The value is what it was before.");
    expect(rows.texts()).toEqual(["goldNot saved. The value is what it was before."]);
    expect(rows.reports).toEqual(["run/update: the host did not take the agent's change of `tierStr`: locked"]);
    await rows.open("Tier");
    await rows.press("Escape");
    await rows.update(customer({ tierStr: "bronze" }));
    expect(rows.texts()).toEqual(["bronze"]);
  });

  it("goes to the host in order, each when the one before is taken", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    await enter(rows, "bronze");
    expect(rows.changes()).toHaveLength(1);
    await rows.host.advance(150);
    expect([rows.texts(), rows.changes().length]).toEqual([["bronzeSaving"], 2]);
    await rows.host.advance(150);
    expect(rows.texts()).toEqual(["bronze"]);
    expect(rows.changes()).toMatchObject([
      { value: "silver", previous: "gold" },
      { value: "bronze", previous: "silver" },
    ]);
  });

  it("is what was taken before, where a later one is not", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), {
      updates: [
        { field: "tierStr", times: 1 },
        { field: "tierStr", error: "locked" },
      ],
    });
    await enter(rows, "silver");
    await enter(rows, "bronze");
    expect(rows.texts()).toEqual(["silverNot saved. The value is what it was before."]);
  });

  it("gives way to new data, and what is still under way does not come back", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    await rows.update(customer({ tierStr: "platinum" }));
    expect(rows.texts()).toEqual(["platinumSaving"]);
    await rows.host.advance(200);
    expect(rows.texts()).toEqual(["platinum"]);
  });

  it("stays where data come that bring an edit before it, or nothing new", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    await enter(rows, "bronze");
    await rows.update(customer({ tierStr: "gold", otherStr: "x" }));
    expect(rows.texts()).toEqual(["bronzeSaving"]);
    await rows.update(customer({ tierStr: "silver" }));
    expect(rows.texts()).toEqual(["bronzeSaving"]);
    await rows.host.advance(300);
    expect(rows.texts()).toEqual(["bronze"]);
  });

  it("belongs to its record: another one has none of it", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    await rows.update({ customer: { id: "c2", custom: { tierStr: "iron" } } });
    expect(rows.texts()).toEqual(["iron"]);
    await rows.host.advance(200);
    expect(rows.texts()).toEqual(["iron"]);
  });

  it("is not what another record's editor begins with: one that is open closes with its record", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }));
    await rows.open("Tier");
    await rows.type("half");
    await rows.update({ customer: { id: "c2", custom: { tierStr: "iron" } } });
    expect([rows.texts(), rows.changes()]).toEqual([["iron"], []]);
    expect((await rows.open("Tier")).value).toBe("iron");
    await rows.update({ customer: { id: "c2", custom: { tierStr: { isMasked: true, maskedPresentation: "••" } } } });
    expect([rows.texts(), rows.root.querySelectorAll("input,button").length]).toEqual([["••"], 0]);
  });

  it("is given up with the card", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), slow);
    await enter(rows, "silver");
    expect(rows.host.pending.some((one) => one === "tierStr")).toBe(true);
    rows.card.unmount();
    await rows.settle();
    expect(rows.host.pending).toEqual([]);
    expect(rows.reports).toEqual([]);
  });

  it("is told of a host that does not answer", async () => {
    const rows = await show(row("tierStr"), customer({ tierStr: "gold" }), {
      ...slow,
      updates: [{ field: "tierStr", delay: Number.POSITIVE_INFINITY }],
      options: { limits: { requestTime: 500 } },
    });
    await enter(rows, "silver");
    await rows.host.advance(600);
    expect(rows.reports).toEqual(["run/update: the host did not take the agent's change of `tierStr`: the host did not answer in time"]);
    expect(rows.texts()[0]).toMatch(/^goldNot saved/);
  });
});

describe("rows that are collapsed", () => {
  const rows = ["aStr", "bStr", "cStr", "dStr"].map((field) => row(field)).join("");

  it("are edited as others, and keep an editor that is open while they are hidden", async () => {
    const shown = await show(`<CollapsedRows>${rows}</CollapsedRows>`, customer({ dStr: "x" }));
    const details = shown.find<HTMLDetailsElement & HTMLInputElement>("details");
    details.open = true;
    await shown.open("D");
    await shown.type("half");
    details.open = false;
    await shown.update(customer({ dStr: "x", aStr: "new" }));
    expect(shown.find(".kv-editor-input").value).toBe("half");
    await shown.press("Enter");
    expect([shown.texts().at(0), shown.texts().at(-1), details.open]).toEqual(["new", "half", false]);
    // The style sheet counts rows: an editor is none more.
    expect(shown.root.querySelectorAll(".kv-collapsed-rows > *").length).toBe(4);
  });
});

describe("a leaf in a forged program", () => {
  const forge = (change: (text: string) => string) => {
    const { program } = compileCard('<p title="mark">{customer.custom.tierStr}</p>').template;
    return loadTemplate(JSON.parse(change(JSON.stringify(program))));
  };
  const leaf = (attributes: object, children: string) =>
    `{"kind":"platform","span":[0,1],"name":"kview.Editor","key":null,"attributes":${JSON.stringify(
      Object.entries(attributes).map(([name, value]) => ({
        kind: "attribute",
        span: [0, 1],
        name,
        value: { kind: "constant", span: [0, 1], value },
      })),
    )},"children":[${children}]}`;
  const mountForged = async (attributes: object, name?: string) => {
    const node = '{"kind":"element","span":';
    const template = forge((text) => {
      const at = text.indexOf(node);
      const own = text.slice(at, findEnd(text, at));
      const forged = leaf(attributes, own);
      return text.replace(own, name === undefined ? forged : forged.replace("kview.Editor", name));
    });
    const root = document.body.appendChild(document.createElement("div"));
    const host = createTestHost({ updates: [{ field: /./ }] });
    const bag = createContext({ resource: "customer", ...customer({ tierStr: "gold", cardStr: { isMasked: true } }) });
    const card = mount(template, bag, root, { host });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const html = renderToString(template, bag);
    const buttons = [...root.querySelectorAll("button")].map((button) => button.getAttribute("aria-label"));
    card.unmount();
    return { buttons, html };
  };

  it("does what a row does, and no more", async () => {
    const html = '<p title="mark">gold</p>';
    expect(await mountForged({ field: "tierStr", value: "gold" })).toEqual({ buttons: ["Edit Tier"], html });
    expect(await mountForged({ field: "cardStr", value: "4417" })).toEqual({ buttons: [], html });
    expect(await mountForged({ field: "updatedAt", value: "2026-10-02" })).toEqual({ buttons: [], html });
    expect(await mountForged({ field: "tierStr", object: "company", value: "gold" })).toEqual({ buttons: [], html });
    expect(await mountForged({})).toEqual({ buttons: [], html });
  });

  it("is its children where there is no such leaf", async () => {
    expect(await mountForged({ field: "tierStr" }, "kview.Nothing")).toEqual({ buttons: [], html: '<p title="mark">gold</p>' });
  });
});

/** The end of the JSON object that begins at an offset. No text in it holds a brace. */
function findEnd(text: string, start: number): number {
  let level = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") level++;
    else if (text[at] === "}" && --level === 0) return at + 1;
  }
  return text.length;
}
