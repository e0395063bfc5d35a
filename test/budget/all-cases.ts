import { type BudgetCase, toCases } from "./budget-case.ts";
import { hostedCalls, hostedValues } from "./cases/hosted.ts";
import { languageCalls } from "./cases/language.ts";
import { libraryValues, momentCalls, reactCalls } from "./cases/libraries.ts";
import { listCalls } from "./cases/lists.ts";
import { lodashCalls } from "./cases/lodash.ts";
import { objectCalls } from "./cases/objects.ts";
import { textCalls } from "./cases/text.ts";

/** Tables of calls, by family. */
export const callTables = { textCalls, listCalls, objectCalls, hostedCalls, lodashCalls, momentCalls, reactCalls, languageCalls };

/** Every case there is. */
export const budgetCases: readonly BudgetCase[] = Object.values(callTables).flatMap(toCases);

/** What cases name besides the inputs: expressions, evaluated once. */
export const caseValues: Readonly<Record<string, string>> = { ...hostedValues, ...libraryValues };
