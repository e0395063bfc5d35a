// @vitest-environment happy-dom
import { describe } from "vitest";
import { ownKeys } from "../../src/runtime/keys.ts";
import { remove } from "../../src/runtime/set.ts";
import { type RowPage, tryRows } from "../support/facade-rows.ts";

const html = `<p title="t"></p><p id="kv-p" data-a="1" data-user-id="7" data-x-y-zed="2" data-kv-own="3" data-kvx="4" id-data="5"></p>`;
const dataOf = (page: RowPage) => page.get(page.$("p"), "dataset");
const namesOf = (page: RowPage) =>
  page
    .el("p")
    .getAttributeNames()
    .filter((name) => name.startsWith("data-"));
const body = (page: RowPage) => page.get(page.document, "body", "dataset");

describe("data of an element", () => {
  tryRows({ html }, [
    [
      "is read by names in camel case",
      (page) => ["a", "userId", "xYZed", "none", "kvOwn", "kvx", "user-id"].map((key) => page.get(dataOf(page), key)),
      ["1", "7", "2", undefined, undefined, undefined, "7"],
    ],
    ["has names", (page) => ownKeys(dataOf(page)), ["a", "userId", "xYZed"]],
    ["is one facade", (page) => new Set([dataOf(page), dataOf(page)]).size, 1],
    [
      "is written",
      (page) => {
        page.set(dataOf(page), "fooBarB", 5);
        return [page.el("p").getAttribute("data-foo-bar-b"), page.get(dataOf(page), "fooBarB")];
      },
      ["5", "5"],
    ],
    [
      "is not ours",
      (page) => {
        page.set(dataOf(page), "kvOwn", 5);
        return [page.el("p").getAttribute("data-kv-own"), page.reports];
      },
      ["3", ["jsx/unknown-attribute: `data-kv-own` is not an attribute that `<p>` may have"]],
    ],
    [
      "is taken away",
      (page) => [remove(page.realm, dataOf(page), "userId"), remove(page.realm, dataOf(page), "kvOwn"), namesOf(page)],
      [true, true, ["data-a", "data-x-y-zed", "data-kv-own", "data-kvx"]],
    ],
    [
      "what was never there is read as nothing",
      (page) => {
        page.set(dataOf(page), "kvOwn", 5);
        return page.get(dataOf(page), "kvOwn");
      },
      undefined,
    ],
    [
      "of the root is the host's",
      (page) => {
        page.set(body(page), "mine", "1");
        return [
          page.get(body(page), "secret"),
          page.get(body(page), "mine"),
          ownKeys(body(page)),
          remove(page.realm, body(page), "secret"),
          page.root.getAttributeNames(),
        ];
      },
      [undefined, undefined, [], true, ["class", "data-secret"]],
    ],
  ]);
});
