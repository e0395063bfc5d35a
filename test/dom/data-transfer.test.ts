// @vitest-environment happy-dom
import { describe } from "vitest";
import { createTransfer } from "../../src/render/dom/facades/data-transfer.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

/** What a page's event carries. */
function carry(more: Record<string, unknown> = {}) {
  const held = new Map([["text/plain", "dropped"]]);
  const data = {
    get types() {
      return [...held.keys()];
    },
    files: [new File(["x"], "a.txt")],
    dropEffect: "none",
    effectAllowed: "all",
    clearData: (...names: string[]) => (names.length === 0 ? held.clear() : void held.delete(names[0] ?? "")),
    getData: (name: string) => held.get(name),
    setData: (name: string, text: string) => void held.set(name, text),
  };
  return {
    held,
    data: Object.defineProperties(data, Object.getOwnPropertyDescriptors(more)) as unknown as DataTransfer & Record<string, unknown>,
  };
}

const given = (
  what: string,
  run: (page: RowPage, transfer: unknown, carried: ReturnType<typeof carry>) => unknown,
  gives: unknown,
  more?: Record<string, unknown>,
): Row => [
  what,
  (page) => {
    const carried = carry(more);
    return run(page, createTransfer(page.page, carried.data), carried);
  },
  gives,
];
const fail = () => {
  throw new Error("the host's own words");
};

describe("what is dragged", () => {
  tryRows({}, [
    given("its types", (page, transfer) => page.get(transfer, "types"), ["text/plain"]),
    given("no type that is no text", (page, transfer) => page.get(transfer, "types"), ["a"], { types: ["a", {}, 1] }),
    given("its effects", (page, transfer) => ["dropEffect", "effectAllowed", "items", "getAsFile"].map((key) => page.get(transfer, key)), [
      "none",
      "all",
      undefined,
      undefined,
    ]),
    given("its effects are texts", (page, transfer) => page.get(transfer, "dropEffect"), "1", { dropEffect: 1 }),
    given("its data", (page, transfer) => ["text/plain", "text/html", 1].map((type) => page.call(transfer, "getData", type)), [
      "dropped",
      "",
      "",
    ]),
    given("no data that is no text", (page, transfer) => page.call(transfer, "getData", "x"), "", { getData: () => ({}) }),
    given("files by permission", (page, transfer) => page.get(transfer, "files"), []),
    given("data that are set", (page, transfer, { held }) => [page.call(transfer, "setData", "a", 1), [...held]], [
      undefined,
      [
        ["text/plain", "dropped"],
        ["a", "1"],
      ],
    ]),
    given(
      "data that are cleared by type",
      (page, transfer, { held }) => {
        held.set("a", "1");
        return [page.call(transfer, "clearData", "a"), [...held.keys()]];
      },
      [undefined, ["text/plain"]],
    ),
    given(
      "all data that are cleared",
      (page, transfer, { held }) => {
        held.set("a", "1");
        return [page.call(transfer, "clearData"), [...held.keys()]];
      },
      [undefined, []],
    ),
    given("no image", (page, transfer) => page.call(transfer, "setDragImage", page.document, 0, 0), undefined),
    given(
      "effects that are set",
      (page, transfer, { data }) => {
        page.set(transfer, "dropEffect", "copy");
        page.set(transfer, "effectAllowed", "linkMove");
        return [data.dropEffect, data.effectAllowed, page.get(transfer, "dropEffect")];
      },
      ["copy", "linkMove", "copy"],
    ),
    given(
      "no effect that there is not",
      (page, transfer, { data }) => {
        page.set(transfer, "dropEffect", "steal");
        return [data.dropEffect, page.get(transfer, "dropEffect")];
      },
      ["none", "none"],
    ),
    given(
      "other names are the template's",
      (page, transfer, { data }) => {
        page.set(transfer, "mine", "copy");
        return [page.get(transfer, "mine"), data.mine];
      },
      ["copy", undefined],
    ),
    given(
      "getData of another receiver",
      (page, transfer) => page.call(page.get(transfer, "getData"), "call", page.document, "x"),
      "TypeError: `getData` needs a value that is a DataTransfer of this card",
    ),
  ]);

  tryRows({}, [
    given("getData that the page refuses", (page, transfer) => page.call(transfer, "getData", "x"), "Error: the page refused `getData`", {
      getData: fail,
    }),
    given(
      "setData that the page refuses",
      (page, transfer) => page.call(transfer, "setData", "x", ""),
      "Error: the page refused `setData`",
      { setData: fail },
    ),
    given("clearData that the page refuses", (page, transfer) => page.call(transfer, "clearData"), "Error: the page refused `clearData`", {
      clearData: fail,
    }),
    given(
      "an effect that the page refuses",
      (page, transfer, { data }) => {
        Object.defineProperty(data, "dropEffect", { set: fail });
        page.set(transfer, "dropEffect", "copy");
      },
      "Error: the page refused `dropEffect`",
    ),
  ]);

  tryRows({ host: { allow: ["files"] } }, [given("files", (page, transfer) => page.get(page.get(transfer, "files"), 0, "name"), "a.txt")]);

  tryRows({}, [
    given("types cost", (page, transfer) => page.cost(() => page.get(transfer, "types")), 1),
    given("what is read costs by its length", (page, transfer) => page.cost(() => page.call(transfer, "getData", "x")), 11, {
      getData: () => "x".repeat(640),
    }),
    given(
      "what is set costs by its length",
      (page, transfer) => page.cost(() => page.call(transfer, "setData", "x".repeat(128), "x".repeat(640))),
      13,
    ),
  ]);
});
