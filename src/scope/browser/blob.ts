import { charge, chargeString } from "../../runtime/budget.ts";
import { toNumber, toText } from "../../runtime/coerce.ts";
import { LimitError } from "../../runtime/failure.ts";
import { get } from "../../runtime/get.ts";
import { Opaque, type OpaqueType } from "../../runtime/handles.ts";
import { toList } from "../../runtime/iterate.ts";
import type { Realm } from "../../runtime/realm.ts";
import { throwType } from "../../runtime/throw.ts";
import { askHost } from "../ask-host.ts";
import { toPosition } from "../intrinsics/arguments.ts";
import { createPromise } from "../intrinsics/promise.ts";
import { createNamedError } from "./named-error.ts";
import { createClass, createMethods } from "./network-members.ts";

/** Bytes that a card may make, send or read at once: those of the longest text. */
export function mostBytes(realm: Realm): number {
  return realm.limits.stringLength * 4;
}

/** Gives the host's blob or file behind a value, for a service of the host; `undefined` for everything else. */
export function blobOf(value: unknown): Blob | undefined {
  if (!(value instanceof Opaque)) return undefined;
  return value.type === (blobType as OpaqueType) || value.type === (fileType as OpaqueType) ? (value.state as Blob) : undefined;
}

/** Gives the host's blob behind an argument or a receiver; what is none is a TypeError. */
export function expectBlob(realm: Realm, value: unknown, method: string): Blob {
  return blobOf(value) ?? throwType(realm, `\`${method}\` needs a Blob`);
}

/** Reads a blob as text, as a promise of the host. */
export function readText(realm: Realm, blob: Blob): Promise<unknown> {
  if (blob.size > mostBytes(realm)) throw new LimitError("stringLength", `a blob of ${blob.size} bytes is too long to be read`);
  return askHost(realm, {
    ask: () => blob.text(),
    toValue: (text) => {
      chargeString(realm, text.length);
      return text;
    },
    // A file may be gone, or not the agent's to read any more.
    toError: () => createReadError(),
  });
}

/** Creates the error of a blob that could not be read. */
export function createReadError(): Opaque {
  return createNamedError("NotReadableError", "the file could not be read") as Opaque;
}

const methods = createMethods("Blob", {
  slice: (realm, self, [start, end, type]) => {
    const blob = expectBlob(realm, self, "slice");
    const from = toPosition(realm, start, blob.size, 0);
    return createBlob(blob.slice(from, toPosition(realm, end, blob.size, blob.size), type === undefined ? "" : toMime(realm, type)));
  },
  text: (realm, self) => createPromise(realm, readText(realm, expectBlob(realm, self, "text"))),
});

/** Blobs (File API 3). The bytes stay with the host. */
const blobType: OpaqueType<Blob> = {
  name: "Blob",
  methods,
  read: (_realm, blob, key) => (key === "size" ? blob.size : key === "type" ? blob.type : undefined),
};

/** Files (File API 4): made by the template, or picked by the agent where the host permits. No path of the agent's disk is told. */
const fileType: OpaqueType<File> = {
  name: "File",
  methods,
  read: (realm, file, key) => {
    if (key === "name") return file.name;
    if (key === "lastModified") return file.lastModified;
    return key === "webkitRelativePath" ? "" : blobType.read?.(realm, file, key);
  },
  classes: () => ["File", "Blob"],
};

/** Creates the value for a blob of the host. */
export function createBlob(blob: Blob): Opaque {
  return new Opaque(blobType, blob) as Opaque;
}

/** Creates the value for a file of the host. */
export function createFile(file: File): Opaque {
  return new Opaque(fileType, file) as Opaque;
}

/** Units for an object of the host, made by some microseconds of its own code. */
const hostUnits = 40;

function toMime(realm: Realm, value: unknown): string {
  const text = toText(realm, value);
  return text.length > 200 ? "" : text;
}

/** Collects the parts of a blob; what is no blob is text. Charged before the bytes are copied. */
function toParts(realm: Realm, source: unknown): (string | Blob)[] {
  if (typeof source !== "object" || source === null) throwType(realm, "the parts of a blob have to be a list");
  let bytes = 0;
  return toList(realm, source).map((item) => {
    const part = blobOf(item) ?? toText(realm, item);
    const size = typeof part === "string" ? part.length * 3 : part.size;
    bytes += size;
    if (bytes > mostBytes(realm)) throw new LimitError("stringLength", "a blob is too long");
    charge(realm, (size >>> 6) + 8);
    return part;
  });
}

function readOption(realm: Realm, options: unknown, name: string): unknown {
  return options === undefined || options === null ? undefined : get(realm, options, name);
}

/** `Blob`. */
export const blobFacade = createClass(blobType, (realm, [parts, options]) => {
  charge(realm, hostUnits);
  const type = readOption(realm, options, "type");
  return createBlob(new Blob(parts === undefined ? [] : toParts(realm, parts), type === undefined ? {} : { type: toMime(realm, type) }));
});

/** `File`. The time of a file that names none is the card's `now`, not the clock's. */
export const fileFacade = createClass(fileType, (realm, [parts, name, options]) => {
  charge(realm, hostUnits);
  const type = readOption(realm, options, "type");
  const modified = readOption(realm, options, "lastModified");
  const fileName = toText(realm, name);
  chargeString(realm, fileName.length);
  return createFile(
    new File(toParts(realm, parts), fileName, {
      ...(type === undefined ? {} : { type: toMime(realm, type) }),
      lastModified: modified === undefined ? realm.now() : toNumber(realm, modified),
    }),
  );
});
