// @vitest-environment happy-dom
import { describe } from "vitest";
import { ElementState } from "../../src/render/dom/facades/states.ts";
import { construct } from "../../src/runtime/call.ts";
import { Opaque } from "../../src/runtime/handles.ts";
import { toList } from "../../src/runtime/iterate.ts";
import { networkGlobals } from "../../src/scope/browser/network.ts";
import { type Row, type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<form id="kv-f"></form><u id="kv-u"></u>`;

/** What `new FormData(form)` holds; files by their names. */
function entries(page: RowPage, content?: string, form: unknown = page.$("f")): unknown {
  if (content !== undefined) page.el("f").innerHTML = content;
  const fields = toList(page.realm, construct(page.realm, networkGlobals.get("FormData"), [form])) as [string, unknown][];
  return fields.map(([name, value]) => [name, typeof value === "string" ? value : page.get(value, "name")]);
}

/** A form whose list of controls is hidden by something of the host's. */
function hiding({ page, $ }: RowPage, elements: unknown): unknown {
  const { type } = $("f") as Opaque;
  return new Opaque(type, new ElementState(page, { localName: "form", elements } as unknown as Node));
}

const fields = (what: string, content: string, ...found: readonly (readonly [string, string])[]): Row => [
  what,
  (page) => entries(page, content),
  found,
];
const refused = "TypeError: `new FormData` takes a form of the card, or nothing";

describe("what a form sends", () => {
  tryRows({ html }, [
    fields("nothing", ""),
    fields("a text", '<input name="kv-a" value="x">', ["a", "x"]),
    fields("a name without the prefix", '<input name="a" value="x"><input name="kv2-a" value="y">', ["a", "x"], ["kv2-a", "y"]),
    fields("not without a name", '<input value="x"><input name="" value="y"><input name="kv-b" value="z">', ["b", "z"]),
    fields("not what is disabled", '<input name="a" value="x" disabled><input name="c" value="z">', ["c", "z"]),
    fields("a draft", '<textarea name="a">x</textarea><textarea name="b" disabled>y</textarea>', ["a", "x"]),
    fields(
      "what is checked",
      ["checkbox", "radio"]
        .map((type) => `<input type="${type}" name="${type}" value="1" checked><input type="${type}" name="${type}2" value="2">`)
        .join(""),
      ["checkbox", "1"],
      ["radio", "1"],
    ),
    fields(
      "not what is pressed",
      ["button", "image", "reset", "submit"].map((type) => `<input type="${type}" name="${type}" value="x">`).join("") +
        '<button name="b" value="x">x</button>',
    ),
    fields("not what shows", '<output name="o">x</output><object name="j"></object><fieldset name="s"></fieldset>'),
    fields("what is picked", '<select name="s"><option value="1">one</option><option value="2" selected>two</option></select>', ["s", "2"]),
    fields(
      "all that is picked",
      '<select name="s" multiple><option value="1" selected></option><option value="2" selected disabled></option><option value="3" selected></option><option value="4"></option></select>',
      ["s", "1"],
      ["s", "3"],
    ),
    fields(
      "other kinds of text",
      '<input type="hidden" name="h" value="1"><input type="email" name="e" value="2"><input type="mine" name="m" value="3">',
      ["h", "1"],
      ["e", "2"],
      ["m", "3"],
    ),
    fields("not what is in a list of hints", '<datalist><input name="a" value="x"></datalist><input name="b" value="y">', ["b", "y"]),
    [
      "not what is the host's",
      (page) => {
        page.el("f").innerHTML = '<input name="a" value="x"><u><input name="b" value="secret"></u>';
        page.close("u");
        return entries(page);
      },
      [["a", "x"]],
    ],
    [
      "nothing where the host hides the controls",
      (page) => [7, "x", {}, { length: "1" }, (one: unknown) => one].map((elements) => entries(page, undefined, hiding(page, elements))),
      [[], [], [], [], []],
    ],
    [
      "none by its name where the host hides the controls",
      (page) => [7, undefined, {}].map((elements) => page.get(hiding(page, elements), "email")),
      [undefined, undefined, undefined],
    ],
    [
      "not files, without the permission",
      (page) => {
        page.el("f").innerHTML = '<input type="file" name="a">';
        Object.defineProperty(page.el("f").firstChild, "files", { value: [new File(["x"], "a.txt")] });
        return entries(page);
      },
      [],
    ],
    [
      "for units by its controls, and by what they hold",
      (page) => {
        const costs = [0, 40].map((count) => {
          page.el("f").innerHTML = "<input>".repeat(count);
          return page.cost(() => entries(page));
        });
        page.el("f").innerHTML = `<textarea name="a">${"x".repeat(640)}</textarea>`;
        return [...costs, page.cost(() => entries(page))];
      },
      [1, 11, 13],
    ],
  ]);
  tryRows({ html, host: { allow: ["files"] } }, [
    [
      "files",
      (page) => {
        page.el("f").innerHTML = '<input type="file" name="a"><input type="file" name="b">';
        const [one, other] = page.el("f").children;
        Object.defineProperty(one, "files", { value: [new File(["x"], "a.txt"), new File(["y"], "b.txt")] });
        Object.defineProperty(other, "files", { value: null });
        return entries(page);
      },
      [
        ["a", "a.txt"],
        ["a", "b.txt"],
      ],
    ],
  ]);
});

describe("what is no form of the card", () => {
  tryRows({ html }, [
    ["an element", (page) => entries(page, undefined, page.$("u")), refused],
    [
      "the root, even if it is a form",
      (page) => {
        const form = document.createElement("form");
        form.setAttribute("data-kv-root", "kv-test");
        page.root.prepend(form);
        return entries(page, undefined, page.get(page.document, "body"));
      },
      refused,
    ],
    ["a style", (page) => entries(page, undefined, page.get(page.$("f"), "style")), refused],
  ]);
});
