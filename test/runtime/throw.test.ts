import { describe, expect, it } from "vitest";
import { call } from "../../src/runtime/call.ts";
import { toText } from "../../src/runtime/coerce.ts";
import { Component } from "../../src/runtime/component.ts";
import { TemplateThrow } from "../../src/runtime/failure.ts";
import { get } from "../../src/runtime/get.ts";
import { Native } from "../../src/runtime/handles.ts";
import { isInstanceOf } from "../../src/runtime/keys.ts";
import { RequestEnd } from "../../src/runtime/live.ts";
import { Leaf, PlatformComponent } from "../../src/runtime/platform-component.ts";
import { reportAt } from "../../src/runtime/report.ts";
import { set } from "../../src/runtime/set.ts";
import { createError, throwError, throwType } from "../../src/runtime/throw.ts";
import { createTestRealm } from "../support/realm.ts";
import { settle, toOpaque } from "./parts.ts";

describe("errors of a template", () => {
  const names = ["message", "name", "stack", "cause", "kind", "errors"];
  it("show a message, a name, a head line and a cause", () => {
    const realm = createTestRealm();
    const error = createError("RangeError", "too far", 7);
    expect(names.map((name) => get(realm, error, name))).toEqual(["too far", "RangeError", "RangeError: too far", 7, undefined, undefined]);
    expect(names.map((name) => get(realm, createError("Error", ""), name))).toEqual([
      "",
      "Error",
      "Error: ",
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("take another message and name, if these are texts", () => {
    const realm = createTestRealm();
    const error = createError("Error", "m");
    set(realm, error, "message", "other");
    set(realm, error, "name", "Odd");
    expect([error.extra, ...names.slice(0, 3).map((name) => get(realm, error, name))]).toEqual([undefined, "other", "Odd", "Odd: other"]);
    set(realm, error, "message", 1);
    set(realm, error, "name", 2);
    set(realm, error, "cause", "c");
    expect([error.state.message, error.state.name, { ...error.extra }]).toEqual(["other", "Odd", { message: 1, name: 2, cause: "c" }]);
  });
  it("print as the language prints them", () => {
    const realm = createTestRealm();
    const [plain, silent, nameless] = [createError("TypeError", "m"), createError("TypeError", ""), createError("Error", "m")];
    nameless.state.name = "";
    expect([plain, silent, nameless].map((error) => toText(realm, error))).toEqual(["TypeError: m", "TypeError", "m"]);
    const print = get(realm, plain, "toString");
    expect([plain, silent, nameless].map((error) => call(realm, print, error, []))).toEqual(["TypeError: m", "TypeError", "m"]);
    for (const other of [undefined, "a", toOpaque({ name: "Error" }, { message: "m" }), { type: plain.type, state: plain.state }])
      expect(settle(() => call(realm, print, other, []))).toEqual({ TypeError: "Error.prototype.toString called on another value" });
  });
  it("are of their class, and of all errors", () => {
    const realm = createTestRealm();
    const classes = ["Error", "TypeError", "RangeError", "Object", ""].map((name) => new Native({ name, make: () => 1 }));
    const kinds = (error: unknown) => classes.map((cls) => isInstanceOf(realm, error, cls));
    expect(kinds(createError("Error", ""))).toEqual([true, false, false, true, false]);
    expect(kinds(createError("TypeError", ""))).toEqual([true, true, false, true, false]);
    expect(createError("Error", "").type.classes?.(createError("Error", "").state)).toEqual(["Error"]);
  });
  it("know where they were thrown", () => {
    const realm = createTestRealm({ at: 42 });
    const caught = (run: () => never): TemplateThrow => {
      try {
        return run();
      } catch (error) {
        return error as TemplateThrow;
      }
    };
    const thrown = [caught(() => throwType(realm, "m")), caught(() => throwError(realm, "URIError", "m"))];
    expect(thrown.map((error) => [error instanceof TemplateThrow, error.at, get(realm, error.value, "name")])).toEqual([
      [true, 42, "TypeError"],
      [true, 42, "URIError"],
    ]);
  });
});

describe("what the host hears", () => {
  it("a finding, with the line and column of its place", () => {
    const found: unknown[] = [];
    const realm = createTestRealm({ lines: [0, 10], report: (diagnostic) => found.push(diagnostic) });
    reportAt(realm, "limit/nesting", 12, { limit: 7 });
    const message = "the template nests deeper than 7 levels";
    expect(found).toMatchObject([{ code: "limit/nesting", message, span: { start: 12, end: 12, line: 2, column: 3 } }]);
  });
  it("why a request ended", () => {
    const end = new RequestEnd("timeout", "no answer");
    expect([end.reason, end.message, end instanceof Error]).toEqual(["timeout", "no answer", true]);
  });
});

describe("components", () => {
  it("begin outside of any render", () => {
    const outer = new Component(undefined, undefined);
    const inner = new Component(new Component(outer, undefined), { schedule: () => {} });
    expect([outer.depth, inner.depth]).toEqual([1, 3]);
    const { cells, next, phase, rendering, updating, again, context, value, readers, reads } = inner;
    expect({ cells, next, phase, rendering, updating, again, context, value, readers, reads }).toEqual({
      cells: [],
      next: 0,
      phase: "first",
      rendering: false,
      updating: false,
      again: false,
      context: undefined,
      value: undefined,
      readers: new Set(),
      reads: new Set(),
    });
  });
  it("of the platform have a name, and forms where something acts in them", () => {
    const forms = { html: 1, dom: 2 } as never;
    const plain = new PlatformComponent("Panel", forms);
    expect([plain.name, plain.forms, plain.code, plain.run]).toEqual(["Panel", forms, undefined, undefined]);
    expect([new Leaf("Seat", undefined).forms, new Leaf("Seat", 3).forms, new Leaf("Seat", 3).name]).toEqual([
      undefined,
      { html: undefined, dom: 3 },
      "Seat",
    ]);
  });
});
