// @vitest-environment happy-dom
import { describe } from "vitest";
import { type Row, tryRows } from "../support/facade-rows.ts";

const html = `<div id="kv-a"><p id="kv-p">one</p><p id="kv-q">two</p></div><div id="kv-b"></div>`;

describe("insertAdjacent…", () => {
  const refused = "SyntaxError: the position has to be `beforebegin`, `afterbegin`, `beforeend` or `afterend`";
  const around = (kind: "Element" | "HTML" | "Text") =>
    ["beforebegin", "afterbegin", "beforeend", "afterend", "AfterEnd"].map((where): Row => {
      return [
        `${kind} ${where}`,
        ({ call, $, make, el }) => {
          const value = kind === "Element" ? make("i") : kind === "HTML" ? "<i></i>" : "<i>";
          const gives = call($("p"), `insertAdjacent${kind}`, where, value);
          return [gives === undefined ? gives : gives === value, el("a").innerHTML];
        },
        [
          kind === "Element" ? true : undefined,
          {
            beforebegin: '@<p id="kv-p">one</p><p id="kv-q">two</p>',
            afterbegin: '<p id="kv-p">@one</p><p id="kv-q">two</p>',
            beforeend: '<p id="kv-p">one@</p><p id="kv-q">two</p>',
            afterend: '<p id="kv-p">one</p>@<p id="kv-q">two</p>',
          }[where.toLowerCase()]?.replace("@", kind === "Text" ? "&lt;i&gt;" : "<i></i>"),
        ],
      ];
    });
  tryRows({ html }, [
    ...around("Element"),
    ...around("HTML"),
    ...around("Text"),
    ...["", "inside", "begin", undefined].map((where): Row => {
      return [`nowhere: ${where}`, ({ call, $ }) => call($("p"), "insertAdjacentText", where, "x"), refused] as const satisfies Parameters<
        typeof tryRows
      >[1][number];
    }),
    ...["beforebegin", "afterend"].map((where): Row => {
      return [
        `${where} of the root`,
        ({ call, get, document: doc, root, make }) => {
          const before = root.parentElement?.innerHTML;
          return [
            call(get(doc, "body"), "insertAdjacentText", where, "x"),
            call(get(doc, "body"), "insertAdjacentElement", where, make("i")),
            root.parentElement?.innerHTML === before,
          ];
        },
        [undefined, "<i>", true],
      ];
    }),
    [
      "into the root",
      ({ call, get, document: doc, html: now }) => [call(get(doc, "body"), "insertAdjacentText", "beforeend", "x"), now()],
      [undefined, `${html}x`],
    ],
    [
      "beside what stands nowhere",
      ({ call, make, get }) => {
        const made = make("i");
        return [call(made, "insertAdjacentHTML", "afterend", "x"), get(made, "nextSibling")];
      },
      [undefined, null],
    ],
  ]);
});
