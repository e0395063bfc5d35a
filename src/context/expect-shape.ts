import type { ZodMiniType } from "zod/mini";
import { isRecord } from "../runtime/record.ts";
import { failInput, toPath } from "./input-error.ts";

/** Checks an imported value by a schema whose messages say what belongs there. Throws for the first thing that doesn't fit. */
export function expectShape(schema: ZodMiniType | undefined, value: unknown, path: string): void {
  const issue = schema?.safeParse(value).error?.issues[0];
  if (issue === undefined) return;
  let found = value;
  for (const key of issue.path) found = isRecord(found) ? found[String(key)] : undefined;
  failInput(toPath(path, issue.path), issue.message, found);
}
