import { contextCodes } from "./codes/context.ts";
import { jsxCodes } from "./codes/jsx.ts";
import { limitCodes } from "./codes/limit.ts";
import { nameCodes } from "./codes/name.ts";
import { policyCodes } from "./codes/policy.ts";
import { poolCodes } from "./codes/pool.ts";
import { runCodes } from "./codes/run.ts";
import { syntaxCodes } from "./codes/syntax.ts";
import { viewCodes } from "./codes/view.ts";
import { workspaceCodes } from "./codes/workspace.ts";
import type { CatalogueEntry } from "./diagnostic.ts";

/** Every code that `kview` can report, with its texts. Grouped by what went wrong; one file a group. */
export const catalogue = {
  ...syntaxCodes,
  ...nameCodes,
  ...jsxCodes,
  ...policyCodes,
  ...limitCodes,
  ...runCodes,
  ...contextCodes,
  ...viewCodes,
  ...poolCodes,
  ...workspaceCodes,
} satisfies Record<string, CatalogueEntry>;

export type Code = keyof typeof catalogue;
