import { describe, expect, it } from "vitest";
import type { Opaque } from "../../../src/runtime/handles.ts";
import { Native } from "../../../src/runtime/handles.ts";
import { createFile } from "../../../src/scope/browser/blob.ts";
import { type FormReader, formReaderKey } from "../../../src/scope/browser/form-data.ts";
import { runLive } from "../../support/live-script.ts";

const picked = () => createFile(new File(["héllo"], "note.txt", { type: "text/plain", lastModified: 5 }));

describe("Blob and File", () => {
  it("are made of texts and blobs, and read later", async () => {
    const { log } = await runLive(
      `(async () => {
        const a = new Blob(["ab", 1, new Blob(["→"])], { type: "Text/Plain" });
        log([a.size, a.type, await a.text(), a instanceof Blob, a instanceof File]);
        const part = a.slice(1, -3, "x/y");
        log([part.size, part.type, await part.text(), await a.slice(-3).text(), await a.slice(2, 1).text(), new Blob().size]);
        const f = new File([a], "n.txt", { type: "text/csv", lastModified: 7 });
        log([f.name, f.size, f.type, f.lastModified, f.webkitRelativePath, f instanceof File, f instanceof Blob, await f.text()]);
        log([new File([], "m").lastModified === Date.now(), f.path, f.stream, f.arrayBuffer, f.constructor]);
      })();`,
    );
    expect(log).toEqual([
      [6, "text/plain", "ab1→", true, false],
      [2, "x/y", "b1", "→", "", 0],
      ["n.txt", 6, "text/csv", 7, "", true, true, "ab1→"],
      [true, undefined, undefined, undefined, undefined],
    ]);
  });

  it("show a file of the host, and nothing of it but its name, size, type and text", async () => {
    const { log } = await runLive(
      `(async () => log([file.name, file.size, file.type, file.lastModified, await file.text(), JSON.stringify(file), Object.keys(file)]))();`,
      {
        names: new Map([["file", picked()]]),
      },
    );
    expect(log).toEqual([["note.txt", 6, "text/plain", 5, "héllo", "{}", []]]);
  });

  it.each([
    ["a text as parts", `new Blob("abc")`],
    ["a record as parts", `new Blob({ 0: "a" })`],
    ["no parts of a file", `new File()`],
    ["a receiver that is none", `Blob.prototype.text.call({})`],
  ])("refuse %s", async (_what, source) => {
    const { log } = await runLive(`try { ${source}; } catch (e) { log(e.name); }`);
    expect(log).toEqual(["TypeError"]);
  });

  it("pay for their bytes before they are copied", async () => {
    await expect(runLive(`const t = "x".repeat(1000000); new Blob(Array.from({ length: 100 }, () => t));`)).rejects.toThrow("too long");
    await expect(
      runLive(`let b = new Blob(["x".repeat(1000000)]); for (;;) b = new Blob([b]);`, { limits: { fuel: 200_000 } }),
    ).rejects.toThrow("used up its steps");
    await expect(
      runLive(`let b = new Blob(["x".repeat(1000)]); for (;;) b = new Blob([b, b]);`, { limits: { stringLength: 100_000 } }),
    ).rejects.toThrow("too long");
  });

  it("are not read in the string target", async () => {
    const { log } = await runLive(
      `new Blob(["a"]).text().then(log); const r = new FileReader(); r.onload = () => log("load"); r.readAsText(new Blob(["a"]));`,
      {
        still: true,
      },
    );
    expect(log).toEqual([]);
  });
});

describe("FileReader", () => {
  it("reads text and data addresses, and tells who listens", async () => {
    const { log } = await runLive(
      `const r = new FileReader();
       r.onload = function (event) { log([event.type, this === r, event.target.result, event.target === r, event.loaded]); };
       r.addEventListener("loadend", () => { log([r.readyState, FileReader.DONE]); });
       r.onloadend = () => {
         r.onload = () => log(r.result);
         r.onloadend = null;
         r.readAsDataURL(file);
       };
       r.readAsText(file);
       log([r.readyState, r.result, r.error, r.onerror]);
       try { r.readAsText(file); } catch (e) { log(e.name); }`,
      { names: new Map([["file", picked()]]) },
    );
    expect(log).toEqual([
      [1, null, null, null],
      "InvalidStateError",
      ["load", true, "héllo", true, 6],
      [1, 2],
      "data:text/plain;base64,aMOpbGxv",
      [2, 2],
    ]);
  });

  it("encodes long files, and those without a type", async () => {
    const bytes = new Uint8Array(200_000).map((_byte, i) => i % 251);
    const { log } = await runLive(`const r = new FileReader(); r.onload = () => log(r.result); r.readAsDataURL(file);`, {
      names: new Map([["file", createFile(new File([bytes], "x"))]]),
    });
    expect(log).toEqual([`data:application/octet-stream;base64,${Buffer.from(bytes).toString("base64")}`]);
  });

  it("tells of what can't be read, and of what was given up", async () => {
    class Gone extends File {
      override text(): Promise<string> {
        return Promise.reject(new Error("/home/agent/secret.txt"));
      }
    }
    const { log } = await runLive(
      `const r = new FileReader();
       r.onerror = (e) => log([e.type, r.error.name, r.error.message, r.result]);
       r.onload = () => log("load");
       r.readAsText(file);
       const s = new FileReader();
       s.onabort = () => log(["abort", s.readyState, s.error.name]);
       s.onload = () => log("load");
       s.onloadend = () => log("end");
       s.readAsText(new Blob(["a"]));
       s.abort(); s.abort();`,
      { names: new Map([["file", createFile(new Gone([], "x"))]]) },
    );
    expect(log).toEqual([["abort", 2, "AbortError"], "end", ["error", "NotReadableError", "the file could not be read", null]]);
  });

  it("reports what handlers throw, and refuses files that are too long", async () => {
    const { log, reported } = await runLive(
      `const r = new FileReader(); r.onload = () => { throw new Error("mine"); }; r.onloadend = () => log("end"); r.readAsText(new Blob(["a"]));`,
    );
    expect(log).toEqual(["end"]);
    expect(reported).toEqual([expect.stringMatching(/^run\/handler: Error: mine/)]);
    const long = new Map([["file", createFile(new File(["x".repeat(5_000)], "x"))]]);
    for (const method of ["readAsText", "readAsDataURL"])
      await expect(runLive(`new FileReader().${method}(file)`, { names: long, limits: { stringLength: 1_000 } })).rejects.toThrow(
        "too long",
      );
  });
});

describe("FormData", () => {
  it("holds texts and files in their order", async () => {
    const { log } = await runLive(
      `const f = new FormData();
       f.append("a", 1); f.append("b", "2"); f.append("a", null); f.append("file", file); f.append("blob", new Blob(["x"]));
       log([f.get("a"), f.getAll("a"), f.has("b"), f.get("none"), f.get("file") === file, f.get("blob").name, f.get("blob") instanceof File]);
       f.set("a", "9"); f.set("c", "3"); f.delete("b"); f.delete("blob");
       log([[...f.keys()], [...f.values()].slice(0, 1), [...f].length, [...f.entries()][0]]);
       const seen = [];
       f.forEach((value, name, form) => { seen.push(name); form.append("more", "1"); });
       log(seen);
       f.append("named", file, "other.txt");
       log(f.get("named").name);`,
      { names: new Map([["file", picked()]]) },
    );
    expect(log).toEqual([
      ["1", ["1", "null"], true, null, true, "blob", true],
      [["a", "file", "c"], ["9"], 3, ["a", "9"]],
      ["a", "file", "c"],
      "other.txt",
    ]);
  });

  it("reads a form by what the page gives for that", async () => {
    const form = picked();
    const reader: FormReader = (value: Opaque) => (value === form ? [["name", "Ada"]] : undefined);
    const prepare = new Native({ name: "prepare", run: (realm) => void realm.store.set(formReaderKey, reader) });
    const { log } = await runLive(
      `try { new FormData(form); } catch (e) { log(e.name); }
       prepare();
       log([...new FormData(form)]);
       for (const other of [new Blob([]), {}, "form"]) try { new FormData(other); } catch (e) { log(e.name); }
       log([[...new FormData(null)], [...new FormData(undefined)]]);`,
      {
        names: new Map<string, unknown>([
          ["form", form],
          ["prepare", prepare],
        ]),
      },
    );
    expect(log).toEqual(["TypeError", [["name", "Ada"]], "TypeError", "TypeError", "TypeError", [[], []]]);
  });

  it("pays for what it holds, and is not sent when it is too long", async () => {
    await expect(runLive(`const f = new FormData(); for (;;) f.append("a", "b");`, { limits: { fuel: 50_000 } })).rejects.toThrow(
      "used up its steps",
    );
    const { host, sent } = { sent: [] as unknown[], host: { fetch: async (url: string) => expect.fail(url) } };
    await expect(
      runLive(
        `const f = new FormData(); const t = "x".repeat(900); for (let i = 0; i < 100; i++) f.append("a", t); fetch("/a", { method: "POST", body: f }); log("sent")`,
        { host, limits: { stringLength: 1_000 } },
      ),
    ).rejects.toThrow("too long");
    expect(sent).toEqual([]);
  });
});
