/** What every page and process shares with all that runs in it. */
export const sharedObjects: readonly object[] = [
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  RegExp,
  Date,
  Map,
  Set,
  Promise,
  Error,
  Symbol,
];

/** `RegExp` remembers the last match of whoever matched, under these names. */
const lastMatch = /^(\$.|lastMatch|lastParen|leftContext|rightContext|input)$/;

/** Reads constructors and their prototypes, by own keys and by the values behind them. */
export function readShared(owners: readonly object[]): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const owner of owners as readonly (new () => object)[]) {
    for (const [name, target] of [
      [owner.name, owner],
      [`${owner.name}.prototype`, owner.prototype],
    ] as const) {
      for (const key of Reflect.ownKeys(target)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(target, key) ?? {};
        if (!lastMatch.test(String(key))) found.set(`${name}.${String(key)}`, value ?? get ?? set);
      }
    }
  }
  return found;
}
