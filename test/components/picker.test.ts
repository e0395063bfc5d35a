// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { toTreeRows } from "../../src/components/leaves/editor/tree-rows.ts";
import type { SearchQuery } from "../../src/dom.ts";
import { type Rows, showRows } from "../support/rows.ts";
import { unmountAfterEach } from "../support/unmount-after-each.ts";

const ends = unmountAfterEach();
const show = async (...args: Parameters<typeof showRows>): Promise<Rows> => ends(await showRows(...args));

const people = [
  { id: "u1", name: "Kim Berg" },
  { id: "u2", name: "Lee Park" },
  { id: "u3", name: "Lena Holm" },
];
const reasons = [
  { id: "returns.damaged", name: "Damaged" },
  { id: "returns.wrong-size", name: "Wrong size" },
  { id: "delivery", name: "Delivery" },
];
const users = "<RowAssignmentUser value={conversation.assignedUsers} />";
const tree = '<Row field="reasonTree" object="conversation" value={conversation.custom.reasonTree} />';
const conversation = (more: object) => ({ conversation: { id: "v1", ...more } });
const given = {
  resource: "conversation",
  searches: [
    { kind: "user", answer: people },
    { kind: "team", answer: [{ id: "t1", name: "Returns" }] },
    { kind: "tree", answer: reasons },
  ],
} as const;

const optionsOf = ({ root }: Rows) =>
  [...root.querySelectorAll(".kv-picker-row")].map(
    (row) => `${row.textContent}${row.getAttribute("aria-selected") === "true" ? " *" : ""}`,
  );
const activeOf = ({ root, find }: Rows) =>
  root.ownerDocument.getElementById(find(".kv-editor-input").getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("picking users and teams", () => {
  it("finds as the agent types; Enter takes one, and saves when nothing is typed", async () => {
    const rows = await show(users, conversation({ assignedUsers: [{ id: "u1", name: "Kim Berg" }] }), given);
    const field = await rows.open("Assigned Users");
    expect([optionsOf(rows), field.getAttribute("aria-expanded")]).toEqual([["Kim Berg *", "Lee Park", "Lena Holm"], "true"]);
    await rows.type("le");
    expect([optionsOf(rows), activeOf(rows)]).toEqual([["Lee Park", "Lena Holm"], "Lee Park"]);
    await rows.press("ArrowDown");
    expect(activeOf(rows)).toBe("Lena Holm");
    await rows.press("Enter");
    expect([rows.changes(), field.value]).toEqual([[], ""]);
    await rows.press("Enter");
    expect(rows.changes()).toMatchObject([
      {
        field: "assignedUsers",
        value: [
          { id: "u1", name: "Kim Berg" },
          { id: "u3", name: "Lena Holm" },
        ],
        previous: [{ id: "u1" }],
      },
    ]);
    expect(rows.texts()).toEqual(["Kim Berg, Lena Holm"]);
  });

  it("keeps what the record holds as it is, names and records alike", async () => {
    const rows = await show(users, conversation({ assignedUsers: ["Ada", { id: "u2", displayName: "Lee", teams: [] }] }), given);
    await rows.open("Assigned Users");
    await rows.type("kim");
    await rows.press("Enter");
    await rows.press("Enter");
    expect(rows.changes()).toMatchObject([{ value: ["Ada", { id: "u2", displayName: "Lee", teams: [] }, { id: "u1", name: "Kim Berg" }] }]);
    expect(rows.texts()).toEqual(["Ada, Lee, Kim Berg"]);
  });

  it("puts no name into an attribute, which style sheets could ask for", async () => {
    const rows = await show(users, conversation({ assignedUsers: people.slice(0, 1) }), given);
    await rows.open("Assigned Users");
    await rows.type("lee");
    const values = [...rows.root.querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ value }) => value));
    expect([rows.root.textContent?.includes("Lee Park"), rows.root.textContent?.includes("Kim Berg")]).toEqual([true, true]);
    expect(values.filter((value) => /kim|berg|lee|park|u1|u2/i.test(value))).toEqual([]);
  });

  it("takes away by a button, by Backspace, and by choosing again", async () => {
    const rows = await show(users, conversation({ assignedUsers: people }), given);
    await rows.open("Assigned Users");
    const remove = [...rows.root.querySelectorAll<HTMLElement>(".kv-picker-remove")][1];
    expect(remove?.parentElement?.textContent).toBe("Lee Park");
    remove?.click();
    await rows.settle();
    await rows.press("Backspace");
    (rows.root.querySelector(".kv-picker-row") as HTMLElement).click();
    await rows.settle();
    expect(rows.root.querySelector(".kv-picker-choices")).toBeNull();
    await rows.press("Enter");
    expect(rows.changes()).toMatchObject([{ value: [] }]);
    expect(rows.root.querySelectorAll(".kv-editor-none").length).toBe(1);
  });

  it("does not take a text for a choice: Enter waits, Escape takes it back, then cancels", async () => {
    const rows = await show(users, conversation({ assignedUsers: [] }), given);
    const field = await rows.open("Assigned Users");
    await rows.type("nobody");
    expect([optionsOf(rows), rows.find("[role=status]").textContent, field.getAttribute("aria-expanded")]).toEqual([
      [],
      "Nothing found",
      "false",
    ]);
    await rows.press("Enter");
    await rows.press("Escape");
    expect([field.value, rows.root.querySelectorAll(".kv-picker").length]).toEqual(["", 1]);
    await rows.press("Escape");
    expect([rows.changes(), rows.root.querySelectorAll(".kv-picker").length]).toEqual([[], 0]);
  });

  it("are teams for a row of teams", async () => {
    const rows = await show("<RowAssignmentTeam value={conversation.assignedTeams} />", conversation({}), given);
    await rows.open("Assigned Teams");
    await rows.press("ArrowDown");
    await rows.press("Enter");
    await rows.press("Enter");
    expect(rows.changes()).toMatchObject([
      { resource: "conversation", id: "v1", field: "assignedTeams", value: [{ id: "t1", name: "Returns" }] },
    ]);
  });

  it("is not offered without a search, of a masked user, or of no conversation", async () => {
    const count = async (...args: Parameters<typeof showRows>) => (await show(...args)).root.querySelectorAll(".kv-editor-open").length;
    expect(await count(users, conversation({ assignedUsers: [] }), { resource: "conversation" })).toBe(0);
    expect(await count(users, conversation({ assignedUsers: [{ isMasked: true }] }), given)).toBe(0);
    expect(await count(users, { customer: { id: "c1" } }, { ...given, resource: "customer" })).toBe(0);
  });
});

describe("searching", () => {
  /** A host that answers when it is told to. */
  const createSearch = () => {
    const asked: (SearchQuery & { answer: (found: unknown) => void; fail: () => void })[] = [];
    const search = (query: SearchQuery) =>
      new Promise((resolve, reject) => asked.push({ ...query, answer: resolve, fail: () => reject(new Error("down")) }));
    return { asked, host: { search, updateAttribute: () => undefined } };
  };

  it("asks once at a time, for what was typed last, and never takes what was found for another text", async () => {
    const { asked, host } = createSearch();
    const rows = await show(users, conversation({ assignedUsers: [] }), { ...given, options: { host } });
    await rows.open("Assigned Users");
    for (const text of ["l", "le", "lee"]) await rows.type(text);
    expect(asked.map(({ text }) => text)).toEqual([""]);
    asked[0]?.answer(people);
    await rows.settle();
    expect([asked.map(({ text }) => text), rows.find("[role=status]").textContent]).toEqual([["", "lee"], "Searching"]);
    await rows.press("Enter");
    expect(rows.root.querySelectorAll(".kv-picker-choice").length).toBe(0);
    asked[1]?.answer([people[1], { id: 7, name: "no text" }, null, "x"]);
    await rows.settle();
    expect(optionsOf(rows)).toEqual(["Lee Park"]);
  });

  it("says that it failed, and is given up when the editor closes", async () => {
    const { asked, host } = createSearch();
    const rows = await show(users, conversation({ assignedUsers: [] }), { ...given, options: { host } });
    await rows.open("Assigned Users");
    asked[0]?.fail();
    await rows.settle();
    expect(rows.find("[role=status]").textContent).toBe("The search failed. Try again.");
    await rows.type("l");
    await rows.press("Escape");
    await rows.press("Escape");
    expect([asked[1]?.signal.aborted, rows.root.querySelectorAll(".kv-picker").length]).toEqual([true, 0]);
  });
});

describe("picking a place in a tree", () => {
  it("shows the levels, and takes a leaf by its path", async () => {
    const rows = await show(tree, conversation({ custom: { reasonTree: "delivery" } }), given);
    await rows.open("Reason");
    const levels = [...rows.root.querySelectorAll("[role=treeitem]")].map((row) =>
      [row.getAttribute("aria-level"), row.textContent, row.getAttribute("aria-disabled") ?? row.getAttribute("aria-selected")].join(" "),
    );
    expect(levels).toEqual(["1 Returns true", "2 Damaged false", "2 Wrong size false", "1 Delivery true"]);
    (rows.root.querySelector(".kv-picker-group") as HTMLElement).click();
    await rows.settle();
    expect(rows.root.querySelector(".kv-picker-choice")?.textContent).toBe("Delivery");
    await rows.type("dam");
    await rows.press("Enter");
    await rows.press("Enter");
    expect(rows.changes()).toMatchObject([{ value: "returns.damaged", previous: "delivery" }]);
    expect(rows.texts()).toEqual(["Damaged"]);
  });

  it("lays out levels that were not found themselves, in the order of what was", () => {
    const rows = toTreeRows([
      { id: "b.x.y", name: "Y" },
      { id: "a", name: "A" },
      { id: "b", name: "Bee" },
      { id: "b.x.__proto__", name: "Odd" },
    ]);
    expect(rows.map(({ id, name, level, isGroup }) => `${level} ${id} ${name}${isGroup ? " …" : ""}`)).toEqual([
      "1 b Bee …",
      "2 b.x X …",
      "3 b.x.y Y",
      "3 b.x.__proto__ Odd",
      "1 a A",
    ]);
  });
});

describe("a conversation's priority", () => {
  it("is chosen among five", async () => {
    const rows = await show("<RowPriority value={conversation.priority} />", conversation({ priority: 3 }), given);
    const select = await rows.open("Priority");
    expect([select.value, [...select.querySelectorAll("option")].map((option) => option.textContent)]).toEqual([
      "3",
      ["None", "1", "2", "3", "4", "5"],
    ]);
    await rows.type("5");
    await rows.press("Enter");
    expect(rows.changes()).toEqual([{ resource: "conversation", id: "v1", field: "priority", value: 5, previous: 3 }]);
    expect(rows.texts()).toEqual(["5"]);
  });

  it("is the same in a row of that name, and keeps a number that is none of the five", async () => {
    const rows = await show('<Row field="priority" value={conversation.priority} />', conversation({ priority: 9 }), given);
    const select = await rows.open("Priority");
    expect([select.value, select.querySelectorAll("option").length]).toEqual(["9", 7]);
  });
});
