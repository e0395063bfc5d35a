import { chargeArray } from "../../../runtime/budget.ts";
import type { Opaque } from "../../../runtime/handles.ts";
import type { Realm } from "../../../runtime/realm.ts";
import { createFile } from "../../../scope/browser/blob.ts";
import type { Page } from "../page.ts";

/** Gives files that the agent picked, dropped or pasted, where the host lets cards read them; an empty list elsewhere. */
export function toFiles(realm: Realm, page: Page, files: FileList | null | undefined): Opaque[] | null | undefined {
  if (files === null || files === undefined) return files;
  if (!realm.host.allow?.includes("files") || page.disposed) return [];
  chargeArray(realm, files.length);
  return [...files].map(createFile);
}
