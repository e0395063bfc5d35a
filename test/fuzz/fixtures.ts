import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { FuzzTarget } from "./target.ts";

const root = "fixtures/fuzz";

/** Texts are stored as they are, where a file can hold them; everything else as JSON. */
function canStandAlone(input: unknown): input is string {
  return typeof input === "string" && !/[\0\r]/.test(input) && Buffer.from(input, "utf8").toString("utf8") === input;
}

/** Writes an input as a fixture of its target, and gives the path. */
export function writeFixture({ name, extension }: FuzzTarget, input: unknown): string {
  const alone = extension !== "json" && canStandAlone(input);
  const text = alone ? `${input}\n` : `${JSON.stringify(input)}\n`;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  mkdirSync(`${root}/${name}`, { recursive: true });
  const path = `${root}/${name}/found-${hash}.${alone ? extension : "json"}`;
  writeFileSync(path, text);
  return path;
}

/** Reads the inputs that were found once, by the names of their files. */
export function readFixtures({ name }: FuzzTarget): ReadonlyMap<string, unknown> {
  const folder = `${root}/${name}`;
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .sort()
      .map((file) => {
        const text = readFileSync(`${folder}/${file}`, "utf8");
        return [file, file.endsWith(".json") ? (JSON.parse(text) as unknown) : text.replace(/\n$/, "")];
      }),
  );
}
