import { describe, expect, it } from "vitest";
import { parseSteps } from "./parse-steps.ts";

const bodyOf = (line: string) => {
  const [{ line: _line, source: _source, ...body } = {} as never] = parseSteps(line);
  return body;
};

describe("steps", () => {
  it.each([
    ["click #add", { do: "click", target: { selector: "#add" } }],
    [`click ul > li "Save it"`, { do: "click", target: { selector: "ul > li", text: "Save it" } }],
    [`click [name="a"]`, { do: "click", target: { selector: '[name="a"]' } }],
    [`type [name="a b"] "x \\"y\\"\\n"`, { do: "type", target: { selector: '[name="a b"]' }, value: 'x "y"\n' }],
    [`select select "a" "b"`, { do: "select", target: { selector: "select" }, values: ["a", "b"] }],
    ["press form input Control+k", { do: "press", target: { selector: "form input" }, key: "Control+k" }],
    [`drag li "a" to li "b"`, { do: "drag", from: { selector: "li", text: "a" }, to: { selector: "li", text: "b" } }],
    ["fire img error", { do: "fire", target: { selector: "img" }, type: "error" }],
    ["wait", { do: "wait", milliseconds: 0 }],
    ["wait 250", { do: "wait", milliseconds: 250 }],
    ["update data-2.json", { do: "update", file: "data-2.json" }],
    [`expect p b ""`, { do: "expect-text", target: { selector: "p b" }, text: "" }],
    [`expect input value "1"`, { do: "expect-value", target: { selector: "input" }, value: "1" }],
    [`expect a attribute aria-label "x"`, { do: "expect-attribute", target: { selector: "a" }, name: "aria-label", value: "x" }],
    [`expect button "Go" is disabled`, { do: "expect-state", target: { selector: "button", text: "Go" }, state: "disabled" }],
    ["expect count li 0", { do: "expect-count", target: { selector: "li" }, count: 0 }],
    [`expect request POST /v1/x {"a":[1]}`, { do: "expect-request", method: "POST", url: "/v1/x", body: { a: [1] } }],
    ["expect request GET /v1/x", { do: "expect-request", method: "GET", url: "/v1/x" }],
    ["expect requests 2", { do: "expect-requests", count: 2 }],
    [`expect clipboard "a"`, { do: "expect-clipboard", text: "a" }],
    [`expect notify alert "Hi"`, { do: "expect-notify", kind: "alert", message: "Hi" }],
    [`expect diagnostic run/throw "x"`, { do: "expect-diagnostic", code: "run/throw", part: "x" }],
  ])("%s", (line, body) => {
    expect(bodyOf(line)).toEqual(body);
  });

  it("are numbered by their lines; blank ones and comments are none", () => {
    expect(parseSteps("# first\n\nclick a\n  wait 5 \n").map(({ line, source }) => `${line}: ${source}`)).toEqual([
      "3: click a",
      "4: wait 5",
    ]);
  });

  it.each([
    "clik a",
    "click",
    "type input",
    "press input",
    "wait soon",
    "drag a b",
    "expect p",
    `expect request post /v1/x`,
    `expect request POST /v1/x {`,
  ])("%s is none", (line) => {
    expect(() => parseSteps(`wait\n${line}`)).toThrow(`steps.txt:2: ${line}`);
  });
});
