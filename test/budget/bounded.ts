import { intrinsics } from "../../src/policy/intrinsics.ts";
import { lodashFunctions, lodashWrapperMethods } from "../../src/policy/lodash.ts";
import type { BudgetCase } from "./budget-case.ts";

/** Cost classes whose work does not grow with what is given, or is cut off. */
const classes: readonly string[] = ["fixed", "dear", "formatter", "constant"];

const policy = new Map<string, string>([
  ...Object.entries(intrinsics).flatMap(([owner, members]) =>
    Object.entries<readonly [number, string]>(members).map(([name, [, cost]]): [string, string] => [`${owner}.${name}`, cost]),
  ),
  ...[...lodashFunctions].map(([name, { cost }]): [string, string] => [`_.${name}`, cost]),
  ...[...lodashWrapperMethods.keys()].map((name): [string, string] => [`_().${name}`, "constant"]),
]);

/** Cases that look large and are not: one step of a walk, one key of a record, a number, a text that is passed on as it is. */
const exceptions = new Set(
  `
  String.prototype.match #3
  String.prototype.search #2
  Object.is
  Object.prototype.toLocaleString
  JSON.parse #8
  browser.Blob #1
  browser.File
  _.pick #1
  globals.String #1
  globals.String #3
  globals.String #4
  globals.structuredClone #4
  globals.structuredClone #6
  Object.hasOwn #1
  Array.prototype.slice #2
  JSON.stringify #9
  RegExp.prototype.test #6
  Intl.NumberFormat.prototype.formatToParts #1
  _.assign #3
  _.assignIn #3
  _.extend #3
  _.defaults #3
  _.defaultsDeep #3
  _.merge #3
  _.at #2
  _.pick #2
  _.get #1
  _.get #2
  _.get #3
  _.has #1
  _.has #2
  _.has #3
  _.hasIn #1
  _.hasIn #2
  _.hasIn #3
  _.result #1
  _.result #2
  _.result #3
  _.set #2
  _.toPath #1
  _.invoke #1
  _.clone #4
  _.cloneDeep #4
  _.isEmpty #2
  _.isEqual #5
  _.isMatch #5
  _.add
  _.divide
  _.multiply
  _.subtract
  _.uniqWith
  _.truncate #1
  _.without #2
  _.differenceWith
  _.intersectionWith
  _.unionWith
  _.xorWith
  browser.Headers #2
  browser.Event #2
  globals.Date #2
  globals.Date #5
  globals.RegExp #2
  operators.+ #1
  operators.+ #2
  operators.rope, read each time
  operators.rope in front, read each time
  operators.- * / % ** #1
  operators.- * / % ** #3
  operators.- * / % ** #4
  operators.& | ^ ~ << >> #1
  operators.& | ^ ~ << >> #2
  operators.& | ^ ~ << >> #3
  operators.typeof
  operators.in #1
  operators.instanceof
  operators.? : && || ?? #1
  operators.? : && || ?? #2
  operators.? : && || ?? #3
  operators.? : && || ?? #4
  operators.?.
  operators.,
  operators.void
  literals.record #4
  literals.function #3
  literals.template #1
  literals.tagged
  literals.element #1
  statements.destructuring #3
  statements.switch
  statements.get, set #1
  statements.get, set #5
  statements.get, set #6
  statements.get, set #7
  statements.coercion #3
`
    .trim()
    .split(/\n\s+/),
);

/** Tells whether the work of a case does not grow with its size. Texts and formats of moment are capped. */
export function isBounded({ name }: BudgetCase): boolean {
  const plain = name.replace(/ #\d+$/, "");
  return classes.includes(policy.get(plain) ?? "") || /^(moment|console)/.test(name) || exceptions.has(name);
}
