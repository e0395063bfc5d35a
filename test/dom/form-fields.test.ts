// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { construct } from "../../src/runtime/call.ts";
import { toList } from "../../src/runtime/iterate.ts";
import { networkGlobals } from "../../src/scope/browser/network.ts";
import { createTestPage, type TestPage, thrownBy } from "../support/page.ts";

const form = `<form id="kv-f">
<input name="kv-mail" value="a@b.c"><input value="without a name"><input name="kv-off" value="x" disabled><input name="kv-secret" type="hidden" value="h">
<input name="kv-r" type="radio" value="1"><input name="kv-r" type="radio" value="2" checked><input name="kv-c" type="checkbox">
<input name="kv-d" type="checkbox" checked><input name="kv-go" type="submit" value="Go"><button name="kv-b" value="b">B</button>
<select name="kv-s"><option value="1">one</option><option value="2" selected>two</option></select>
<select name="kv-m" multiple><option value="1" selected>one</option><option value="2">two</option><option value="3" selected>three</option></select>
<textarea name="kv-t">draft</textarea><input name="kv-f" type="file"></form><input name="kv-outside" value="x"><div id="kv-d"></div>`;

function fieldsOf({ realm }: TestPage, value: unknown): unknown {
  return toList(realm, construct(realm, networkGlobals.get("FormData"), [value]));
}

describe("new FormData(form)", () => {
  it("reads what the form would send, names without the card's prefix", () => {
    const page = createTestPage({ html: form });
    expect(fieldsOf(page, page.at("form"))).toEqual([
      ["mail", "a@b.c"],
      ["secret", "h"],
      ["r", "2"],
      ["d", "on"],
      ["s", "2"],
      ["m", "1"],
      ["m", "3"],
      ["t", "draft"],
    ]);
  });

  it("refuses what is no form, and forms of other cards", () => {
    const page = createTestPage({ html: form });
    const other = createTestPage({ html: form });
    for (const value of [page.at("div"), page.at("input"), page.get(page.document, "body"), page.document, other.at("form")])
      expect(thrownBy(() => fieldsOf(page, value))).toContain("takes a form of the card");
  });

  it("gives files where the host lets cards read them, and nowhere else", () => {
    for (const [allow, expected] of [[["files"], ["note.txt"]] as const, [[], []] as const]) {
      const page = createTestPage({ html: `<form><input name="kv-file" type="file"></form>`, host: { allow } });
      const input = page.root.querySelector("input") as HTMLInputElement;
      Object.defineProperty(input, "files", { value: [new File(["x"], "note.txt")] });
      const fields = fieldsOf(page, page.at("form")) as [string, unknown][];
      expect(fields.map(([, file]) => page.get(file, "name"))).toEqual(expected);
    }
  });
});
