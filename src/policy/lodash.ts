/**
 * What a call costs before it runs, beside the unit that every call pays. Sizes are entries of arrays, 64ths of strings.
 *
 * - `constant`: nothing more;
 * - `first`: the size of the first argument;
 * - `inputs`: the sizes of all arguments;
 * - `own`: the function charges as it goes, because only it knows how far it walks or how much it makes.
 *
 * Callbacks pay for themselves, through `call`. Walks of records pay by key, results by length before they are made.
 */
export type LodashCost = "constant" | "first" | "inputs" | "own";

/** What is known of one function of `_`. */
export interface LodashEntry {
  readonly cost: LodashCost;
  /** In `_(value).name()` the result stays wrapped; otherwise it comes out as it is. */
  readonly chains: boolean;
  /** Writes to its first argument, so a template that names it gets a copy of the data. */
  readonly writes: boolean;
}

/**
 * Every function of `_`. What is not here does not exist for a template; `policy/refused-names` says why.
 */
const table: readonly (Partial<LodashEntry> & { readonly cost: LodashCost; readonly names: string })[] = [
  // Arrays.
  { cost: "first", chains: true, names: "chunk compact drop dropRight dropRightWhile dropWhile flatten initial slice tail take" },
  { cost: "first", chains: true, names: "takeRight takeRightWhile takeWhile sortedUniq sortedUniqBy uniq uniqBy uniqWith fromPairs" },
  { cost: "own", chains: true, names: "flattenDeep flattenDepth unzip unzipWith zip zipWith zipObject zipObjectDeep" },
  { cost: "inputs", chains: true, names: "concat difference differenceBy differenceWith intersection intersectionBy intersectionWith" },
  { cost: "inputs", chains: true, names: "union unionBy unionWith without xor xorBy xorWith" },
  { cost: "constant", names: "first head last nth sortedIndex sortedIndexBy sortedIndexOf sortedLastIndex sortedLastIndexBy" },
  { cost: "constant", names: "sortedLastIndexOf" },
  { cost: "first", names: "findIndex findLastIndex indexOf join lastIndexOf" },
  { cost: "inputs", chains: true, writes: true, names: "fill pull pullAll pullAllBy pullAllWith pullAt remove reverse" },
  // Collections.
  { cost: "first", chains: true, names: "countBy filter groupBy invokeMap keyBy map partition reject shuffle" },
  { cost: "own", chains: true, names: "flatMap flatMapDeep flatMapDepth orderBy sortBy sampleSize" },
  { cost: "first", names: "each eachRight every find findLast forEach forEachRight includes reduce reduceRight size some" },
  { cost: "constant", names: "sample" },
  // Objects.
  { cost: "own", chains: true, writes: true, names: "assign assignIn assignInWith assignWith defaults defaultsDeep extend extendWith" },
  { cost: "own", chains: true, writes: true, names: "merge mergeWith set setWith unset update updateWith" },
  { cost: "own", chains: true, names: "at entries entriesIn invert invertBy keys keysIn mapKeys mapValues omit omitBy pick" },
  { cost: "own", chains: true, names: "create functions functionsIn pickBy toPairs toPairsIn transform values valuesIn" },
  { cost: "own", chains: true, writes: true, names: "bindAll" },
  { cost: "own", names: "findKey findLastKey forIn forInRight forOwn forOwnRight get has hasIn invoke result" },
  // Any value.
  { cost: "own", names: "clone cloneDeep cloneDeepWith cloneWith isEmpty isEqual isEqualWith isMatch isMatchWith conformsTo" },
  { cost: "constant", names: "eq gt gte isArguments isArray isArrayLike isArrayLikeObject isBoolean isDate isElement isError" },
  { cost: "constant", names: "isFinite isFunction isInteger isLength isMap isNaN isNil isNull isNumber isObject isObjectLike" },
  { cost: "constant", names: "isPlainObject isRegExp isSafeInteger isSet isString isSymbol isUndefined lt lte" },
  { cost: "constant", names: "isArrayBuffer isBuffer isNative isTypedArray isWeakMap isWeakSet" },
  { cost: "constant", chains: true, names: "castArray" },
  { cost: "constant", names: "toFinite toInteger toLength toNumber toSafeInteger" },
  { cost: "own", chains: true, names: "toArray toPath toPlainObject" },
  // Numbers.
  { cost: "own", names: "add divide multiply subtract" },
  { cost: "constant", names: "ceil clamp floor inRange now random round uniqueId" },
  { cost: "first", names: "max maxBy mean meanBy min minBy sum sumBy" },
  { cost: "own", chains: true, names: "range rangeRight" },
  { cost: "own", names: "times" },
  // Strings.
  { cost: "own", names: "camelCase capitalize deburr escape escapeRegExp kebabCase lowerCase lowerFirst snakeCase startCase" },
  { cost: "own", names: "toLower toUpper unescape upperCase upperFirst" },
  { cost: "own", names: "endsWith pad padEnd padStart parseInt repeat replace startsWith trim trimEnd trimStart truncate" },
  { cost: "own", chains: true, names: "split words" },
  // Functions and combinators.
  {
    cost: "constant",
    chains: true,
    names: "after ary before bind bindKey cond conforms constant curry curryRight debounce flip flow flowRight",
  },
  {
    cost: "constant",
    chains: true,
    names: "iteratee matches matchesProperty memoize method methodOf negate nthArg once over overArgs overEvery overSome",
  },
  { cost: "constant", chains: true, names: "partial partialRight property propertyOf rearg rest spread tap throttle thru unary wrap" },
  { cost: "constant", names: "attempt defaultTo identity noop stubArray stubFalse stubObject stubString stubTrue" },
  { cost: "constant", chains: true, names: "chain defer delay" },
];

/** Functions of `_`, by name. */
export const lodashFunctions: ReadonlyMap<string, LodashEntry> = new Map(
  table.flatMap(({ cost, chains = false, writes = false, names }) =>
    names.split(" ").map((name): [string, LodashEntry] => [name, { cost, chains, writes }]),
  ),
);

/** What a wrapper `_(value)` has beside the functions above. Those that write do so to the wrapped array. */
export const lodashWrapperMethods: ReadonlyMap<string, { readonly writes: boolean }> = new Map<string, { readonly writes: boolean }>([
  ...["chain", "commit", "plant", "toJSON", "value", "valueOf"].map((name) => [name, { writes: false }] as const),
  ...["pop", "push", "shift", "sort", "splice", "unshift"].map((name) => [name, { writes: true }] as const),
]);
