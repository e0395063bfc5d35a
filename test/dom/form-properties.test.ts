// @vitest-environment happy-dom
import { describe } from "vitest";
import { ownKeys } from "../../src/runtime/keys.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<form id="kv-f"><input id="kv-i" name="kv-email"><input name="kv-r" id="kv-r1"><input name="kv-r" id="kv-r2"><input name=""><input id="kv-only">
<select id="kv-s" name="kv-s"><option id="kv-o1">1</option><option id="kv-o2" selected>2</option></select><textarea id="kv-t" rows="7"></textarea>
<label id="kv-l" for="kv-i"></label></form><table id="kv-tab"><tbody><tr id="kv-tr"><td id="kv-td"></td></tr></tbody></table><div id="kv-d"></div>
<form id="kv-e"></form><u id="kv-u"></u><input id="kv-out">`;
const keys = ["elements", "files", "form", "labels", "length", "options", "rows", "cells", "selectedOptions", "validity"] as const;
const inputs = ["<input#i>", "<input#r1>", "<input#r2>", "<input>", "<input#only>"];
const controls = [...inputs, "<select#s>", "<textarea#t>"];

describe("controls and forms", () => {
  tryRows({ html }, [
    ["form.elements", ({ get, $ }) => get($("f"), "elements"), controls],
    [
      "form.elements by names and ids",
      ({ get, $ }) => ["email", "i", "r", "r1", "only", "s", "none", "", "kv-email"].map((name) => get($("f"), "elements", name)),
      ["<input#i>", "<input#i>", ["<input#r1>", "<input#r2>"], "<input#r1>", "<input#only>", "<select#s>", undefined, undefined, undefined],
    ],
    ["form.length", ({ get, $ }) => get($("f"), "length"), 7],
    [
      "form by names and ids",
      ({ get, $ }) => ["email", "i", "r", "r2", "only", "none", "", "kv-email"].map((name) => get($("f"), name)),
      ["<input#i>", "<input#i>", ["<input#r1>", "<input#r2>"], "<input#r2>", "<input#only>", undefined, undefined, undefined],
    ],
    [
      "what is no form has no controls by names",
      ({ get, $, document: doc }) => [get($("d"), "email"), get($("s"), "o1"), get(get(doc, "body"), "email")],
      [undefined, undefined, undefined],
    ],
    [
      "what is no form, but has a list of controls",
      ({ get, $, el }) => {
        Object.defineProperty(el("d"), "elements", { value: [el("i")] });
        return [get($("d"), "elements"), get($("d"), "email")];
      },
      [["<input#i>"], undefined],
    ],
    ["a form without controls", ({ get, $ }) => [get($("e"), "elements"), get($("e"), "length"), get($("e"), "email")], [[], 0, undefined]],
    [
      "select",
      ({ get, $ }) => ["options", "selectedOptions", "length", "labels", "form", "elements"].map((key) => get($("s"), key)),
      [["<option#o1>", "<option#o2>"], ["<option#o2>"], 2, [], "<form#f>", undefined],
    ],
    [
      "input",
      ({ get, $ }) => ["labels", "form", "elements", "length", "options", "rows", "cells"].map((key) => get($("i"), key)),
      [["<label#l>"], "<form#f>", undefined, undefined, undefined, undefined, undefined],
    ],
    ["without a form", ({ get, $ }) => [get($("out"), "form"), get($("d"), "form")], [null, undefined]],
    [
      "table",
      ({ get, $ }) => [get($("tab"), "rows"), get($("tr"), "cells"), get($("tab"), "cells")],
      [["<tr#tr>"], ["<td#td>"], undefined],
    ],
    ["what is none of them", ({ get, $ }) => keys.map((key) => get($("u"), key)), keys.map(() => undefined)],
    [
      "the root, whatever the host has there",
      ({ get, document: doc, root }) => {
        const list = [root.querySelector("input")];
        Object.assign(root, {
          elements: list,
          files: [],
          form: root.querySelector("form"),
          labels: list,
          options: list,
          cells: list,
          selectedOptions: list,
          validity: { valid: true },
          rows: 7,
        });
        return keys.map((key) => get(doc, "body", key));
      },
      keys.map(() => undefined),
    ],
    ...["elements", "labels", "options", "cells", "selectedOptions"].map(
      (key): Row => [
        `${key} that are no list`,
        ({ get, $, el }) =>
          [null, 7, "x", {}, { length: "1" }, [document.body, null]].map((value) => {
            Object.defineProperty(el("u"), key, { value, configurable: true });
            return get($("u"), key);
          }),
        [undefined, undefined, undefined, undefined, undefined, []],
      ],
    ),
    [
      "rows that are no number",
      ({ get, $, el }) =>
        ["7", null, 7].map((value) => {
          Object.defineProperty(el("u"), "rows", { value, configurable: true });
          return get($("u"), "rows");
        }),
      [undefined, undefined, 7],
    ],
    [
      "a form outside of the card",
      ({ get, $, el }) => {
        Object.defineProperty(el("u"), "form", { value: document.createElement("form") });
        return get($("u"), "form");
      },
      null,
    ],
    [
      "what is the host's is in no list",
      ({ get, $, el, close }) => {
        el("u").innerHTML = "<input name='secret'>";
        el("e").append(el("u"), document.createElement("input"));
        close("u");
        return [get($("e"), "elements"), get($("e"), "elements", "secret"), get($("e"), "secret"), get($("e"), "length")];
      },
      [["<input>"], undefined, undefined, 1],
    ],
    [
      "lists cost their length",
      ({ get, $, el, cost }) => {
        el("e").innerHTML = "<input>".repeat(40);
        el("s").innerHTML = "<option>".repeat(40);
        return [cost(() => get($("e"), "elements")), cost(() => get($("s"), "options")), cost(() => get($("e"), "length"))];
      },
      [50, 50, 50],
    ],
  ]);
});

describe("what is wrong with a control", () => {
  const faults =
    "badInput customError patternMismatch rangeOverflow rangeUnderflow stepMismatch tooLong tooShort typeMismatch valid valueMissing".split(
      " ",
    );
  tryRows({ html }, [
    [
      "all faults",
      ({ get, $, el }) => {
        const validity = Object.fromEntries([...faults, "mine"].map((fault, i) => [fault, i % 2 === 0]));
        Object.defineProperty(el("i"), "validity", { value: validity });
        return get($("i"), "validity");
      },
      Object.fromEntries(faults.map((fault, i) => [fault, i % 2 === 0])),
    ],
    [
      "no value of the page's own",
      ({ get, $, el }) => {
        Object.defineProperty(el("i"), "validity", { value: { valid: 1, tooLong: "x", badInput: {} } });
        return get($("i"), "validity");
      },
      Object.fromEntries(faults.map((fault) => [fault, false])),
    ],
    [
      "of what is no object",
      ({ get, $, el }) =>
        [null, undefined, "x"].map((value) => {
          Object.defineProperty(el("i"), "validity", { value, configurable: true });
          return get($("i"), "validity");
        }),
      [undefined, undefined, undefined],
    ],
    ["of a real one", ({ get, $ }) => ownKeys(get($("i"), "validity")), faults],
  ]);
});

describe("files", () => {
  const files = [new File(["x"], "a.txt"), new File(["y"], "b.txt")];
  const read = ({ get, $, el }: RowPage, value: unknown = files): unknown => {
    Object.defineProperty(el("i"), "files", { value, configurable: true });
    const list = get($("i"), "files");
    return Array.isArray(list) ? list.map((file) => get(file, "name")) : list;
  };
  const none: Row = [
    "none",
    (page) => [null, undefined, []].map((value) => (value === undefined ? page.get(page.$("d"), "files") : read(page, value))),
    [null, undefined, []],
  ];
  tryRows({ html }, [none, ["without the permission", (page) => read(page), []]]);
  tryRows({ html, host: { allow: ["selection"] } }, [["with another permission", (page) => read(page), []]]);
  tryRows({ html, host: { allow: ["files"] } }, [
    none,
    ["by permission", (page) => read(page), ["a.txt", "b.txt"]],
    [
      "by their number",
      ({ get, $, el, cost }) => {
        Object.defineProperty(el("i"), "files", { value: Array.from({ length: 40 }, () => files[0]) });
        return cost(() => get($("i"), "files"));
      },
      10,
    ],
    [
      "of a card that has gone",
      ({ get, $, el, page }) => {
        const kept = $("i");
        Object.defineProperty(el("i"), "files", { value: files });
        page.dispose();
        return get(kept, "files");
      },
      [],
    ],
  ]);
});
