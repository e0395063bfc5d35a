import type { MethodTables } from "../runtime/realm.ts";
import { arrayMethods } from "./intrinsics/array.ts";
import { booleanMethods } from "./intrinsics/boolean.ts";
import { functionMethods } from "./intrinsics/function-methods.ts";
import { numberMethods } from "./intrinsics/number.ts";
import { objectMethods } from "./intrinsics/object-methods.ts";
import { stringMethods } from "./intrinsics/string-methods.ts";

/** Methods that primitives, arrays, functions and all objects answer to. */
export const methodTables: MethodTables = {
  string: stringMethods,
  number: numberMethods,
  boolean: booleanMethods,
  array: arrayMethods,
  object: objectMethods,
  function: functionMethods,
};
