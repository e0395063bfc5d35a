import { describe, expect, it } from "vitest";
import type { TemplateThrow } from "../../../src/runtime/failure.ts";
import { get } from "../../../src/runtime/get.ts";
import { createRecord } from "../../../src/runtime/record.ts";
import { set } from "../../../src/runtime/set.ts";
import { promiseState } from "../../../src/scope/intrinsics/promise.ts";
import { evaluate } from "../../support/evaluate.ts";
import { invoke } from "../intrinsics/compare.ts";
import { type CardRealm, createCard, createLiveCard, nameOf, run, thrownBy, untextable } from "./card-realm.ts";

/** What a promise of the template settles to. */
async function outcome(realm: CardRealm, value: unknown): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(() => resolve("pending"), 5));
  const settled = promiseState(value)?.then(
    (result) => ({ value: result }),
    (error: TemplateThrow) => `${get(realm, error.value, "name")}: ${get(realm, error.value, "message")}`,
  );
  return Promise.race([settled, late]);
}

const fail = () => {
  throw new Error("at /srv/host/secret.js");
};

describe("navigator", () => {
  it("tells the language and nothing that tells agents apart", () => {
    const realm = createCard({ locale: "de-CH" });
    const value = nameOf(realm, "navigator");
    const read = (key: string) => get(realm, value, key);
    expect(read("language")).toBe("de-CH");
    expect(read("languages")).toEqual(["de-CH"]);
    expect([read("onLine"), read("platform"), read("maxTouchPoints"), read("cookieEnabled"), read("vendor")]).toEqual([
      true,
      "",
      0,
      false,
      "",
    ]);
    expect(read("userAgent")).toMatch(/^Mozilla\/5\.0 \(KView\)$/);
    for (const key of [
      "serviceWorker",
      "geolocation",
      "mediaDevices",
      "sendBeacon",
      "plugins",
      "constructor",
      "__proto__",
      "hardwareConcurrency",
    ])
      expect(read(key), key).toBeUndefined();
  });

  it("hands copied text to the host", async () => {
    const copied: unknown[] = [];
    const realm = createLiveCard({ host: { clipboard: (text) => copied.push(text) } });
    const promise = run(realm, "navigator.clipboard.writeText", 5);
    expect(copied).toEqual(["5"]);
    expect(await outcome(realm, promise)).toEqual({ value: undefined });
    expect(thrownBy(realm, () => run(realm, "navigator.clipboard.writeText", untextable()))).toBe("no text");
  });

  it("rejects where the host offers no clipboard, or fails", async () => {
    const without = createLiveCard();
    expect(await outcome(without, run(without, "navigator.clipboard.writeText", "a"))).toBe(
      "Error: navigator.clipboard.writeText needs the host service `clipboard`",
    );
    expect(without.reported.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "run/refused navigator.clipboard.writeText was refused: the host offers no service `clipboard`",
    ]);
    for (const clipboard of [fail, () => Promise.reject(new Error("secret"))]) {
      const failing = createLiveCard({ host: { clipboard } });
      expect(await outcome(failing, run(failing, "navigator.clipboard.writeText", "a"))).toBe(
        "Error: the host service `clipboard` did not take the text",
      );
    }
  });

  it("reads nothing from the clipboard, and writes nothing in the string target", async () => {
    const copied: unknown[] = [];
    const realm = createCard({ host: { clipboard: (text) => copied.push(text) } });
    expect(await outcome(realm, run(realm, "navigator.clipboard.readText"))).toBe("NotAllowedError: a card can't read the clipboard");
    expect(await outcome(realm, run(realm, "navigator.clipboard.writeText", "a"))).toBe("pending");
    expect(copied).toEqual([]);
  });
});

describe("location", () => {
  const parts = ["hash", "host", "hostname", "href", "origin", "pathname", "port", "protocol", "search"] as const;

  it.each(["https://app.example:8443/a/b?c=d#e", "about:blank", "not an address", undefined])("shows what the host gave: %s", (address) => {
    const realm = createCard({ host: address === undefined ? {} : { location: address } });
    const expected = new URL(address !== undefined && URL.canParse(address) ? address : "about:blank");
    for (const part of parts) expect(get(realm, nameOf(realm, "location"), part), part).toBe(expected[part]);
    expect(run(realm, "location.toString")).toBe(expected.href);
    expect(run(realm, "String", nameOf(realm, "location"))).toBe(expected.href);
    expect(get(realm, nameOf(realm, "location"), "username")).toBeUndefined();
  });

  it("leads nowhere", () => {
    const realm = createLiveCard({ host: { location: "https://app.example/" } });
    for (const key of [...parts, "assign", "other", "__proto__"])
      expect(thrownBy(realm, () => set(realm, nameOf(realm, "location"), key, "https://evil.example/"))).toBe(
        `TypeError: a card can't navigate: \`location.${key}\` can't be set`,
      );
    for (const method of ["assign", "replace", "reload"])
      expect(thrownBy(realm, () => run(realm, `location.${method}`, "javascript:alert(1)"))).toMatch(/^Error: a card can't navigate/);
    expect(get(realm, nameOf(realm, "location"), "href")).toBe("https://app.example/");
  });

  it("is assigned on the card's own window alone", () => {
    expect(evaluate('window.location = "https://evil.example/"; [window.location, location]')).toMatchObject({
      value: ["https://evil.example/", "https://evil.example/"],
    });
    expect(evaluate('try { location.href = "https://evil.example/" } catch (e) { [e.name, location.href] }')).toMatchObject({
      value: ["TypeError", "about:blank"],
    });
  });
});

describe("alert, confirm and prompt", () => {
  it("are shown by the host, cut", () => {
    const shown: unknown[] = [];
    const notify = (...args: readonly unknown[]) => {
      shown.push(args);
      return args[0] === "prompt" ? "answer" : 1;
    };
    const realm = createLiveCard({ host: { notify } });
    expect(run(realm, "alert", "x".repeat(5000))).toBeUndefined();
    expect(run(realm, "alert")).toBeUndefined();
    expect(run(realm, "confirm", undefined)).toBe(true);
    expect(run(realm, "prompt", "Name?", "Ada")).toBe("answer");
    expect(run(realm, "prompt", "Name?")).toBe("answer");
    expect(shown).toEqual([
      ["alert", "x".repeat(2000)],
      ["alert", ""],
      ["confirm", "undefined"],
      ["prompt", "Name?", "Ada"],
      ["prompt", "Name?", ""],
    ]);
    expect(thrownBy(realm, () => run(realm, "alert", untextable()))).toBe("no text");
  });

  it.each([
    [true, true, null],
    [false, false, null],
    [undefined, false, null],
    [null, false, null],
    ["", false, ""],
    ["text", true, "text"],
    [{ host: true }, false, null],
    [Promise.resolve(true), false, null],
  ])("take the host's answer %j for no more than a yes or a text", (answer, confirmed, prompted) => {
    const realm = createLiveCard({ host: { notify: () => answer } });
    expect(run(realm, "alert", "a")).toBeUndefined();
    expect(run(realm, "confirm", "a")).toBe(confirmed);
    expect(run(realm, "prompt", "a")).toBe(prompted);
  });

  it("refuse where the host offers no `notify`, or fails", () => {
    const without = createLiveCard();
    const failing = createLiveCard({ host: { notify: fail } });
    for (const name of ["alert", "confirm", "prompt"]) {
      expect(thrownBy(without, () => run(without, name, "a"))).toBe(`Error: ${name} needs the host service \`notify\``);
      expect(thrownBy(failing, () => run(failing, name, "a"))).toBe("Error: the host service `notify` failed");
    }
    expect(without.reported.map(({ code }) => code)).toEqual(["run/refused", "run/refused", "run/refused"]);
  });

  it("do nothing in the string target", () => {
    const realm = createCard({ host: { notify: fail } });
    expect(["alert", "confirm", "prompt"].map((name) => run(realm, name, "a", "b"))).toEqual([undefined, false, null]);
    expect(realm.reported).toEqual([]);
  });
});

describe("open", () => {
  function setup(links?: (url: URL) => boolean) {
    const opened: unknown[] = [];
    const policy = { idPrefix: "kv", ...(links === undefined ? {} : { links }) };
    return { opened, realm: createLiveCard({ policy, host: { openLink: (url) => opened.push(url) } }) };
  }

  it("hands on what links may lead to, and gives no window", () => {
    const { realm, opened } = setup();
    for (const url of ["https://a.example/x", "mailto:a@b.example", "/orders/1"])
      expect(run(realm, "open", url, "_blank", "noopener")).toBe(null);
    expect(opened).toEqual(["https://a.example/x", "mailto:a@b.example", "/orders/1"]);
    expect(realm.reported).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://a.example/1",
    "file:///etc/passwd",
    "https://user:pw@a.example/",
    "about:blank",
    "",
    "#top",
    undefined,
  ])("refuses %j with a report", (url) => {
    const { realm, opened } = setup();
    expect(run(realm, "open", url)).toBe(null);
    expect(opened).toEqual([]);
    expect(realm.reported.map(({ code }) => code)).toEqual(["policy/open"]);
  });

  it("asks the host's policy", () => {
    const { realm, opened } = setup(({ host }) => host === "good.example");
    run(realm, "open", "https://good.example/");
    run(realm, "open", "https://evil.example/");
    expect(opened).toEqual(["https://good.example/"]);
  });

  it("refuses where the host offers no `openLink`, or fails; opens nothing in the string target", () => {
    const without = createLiveCard();
    expect(thrownBy(without, () => run(without, "open", "https://a.example/"))).toBe("Error: open needs the host service `openLink`");
    const failing = createLiveCard({ host: { openLink: fail } });
    expect(thrownBy(failing, () => run(failing, "open", "https://a.example/"))).toBe("Error: the host service `openLink` failed");
    const text = createCard({ host: { openLink: fail } });
    expect([run(text, "open", "https://a.example/"), run(text, "open", "javascript:1")]).toEqual([null, null]);
    expect(thrownBy(text, () => run(text, "open", untextable()))).toBe("no text");
    expect(invoke(text, createRecord(), "hasOwnProperty", "open")).toBe(false);
  });
});
