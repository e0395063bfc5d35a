/**
 * Plain records of the closed universe.
 *
 * A record's prototype chain is one empty, frozen object: whatever key is read, only an own property can answer, so
 * that `record[key]` needs no guard of its own, `__proto__` is an ordinary key, and a polluted `Object.prototype`
 * is not in sight. Bag data is copied into records when it enters (`import.ts`), so this holds for it too.
 */
export type Rec = Record<string, unknown>;

function RecordShape(this: Rec): void {}
RecordShape.prototype = Object.freeze(Object.create(null));

/** What records are instances of: for code that asks in place, where a call would cost more than the answer. */
export const recordShape: new () => Rec = RecordShape as unknown as new () => Rec;

/** The prototype that all records share; the brand by which `isRecord` knows them. */
export const recordPrototype: object = RecordShape.prototype as object;

/** Creates an empty record. */
export function createRecord(): Rec {
  return new recordShape();
}

/** Creates a record from pairs of key and value. */
export function toRecord(entries: Iterable<readonly [string, unknown]>): Rec {
  const record = createRecord();
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/**
 * Tells whether a value is a record of the closed universe. `instanceof` is compiled to a walk of the prototype chain without a
 * call, and no template can set a prototype.
 */
export function isRecord(value: unknown): value is Rec {
  return value instanceof RecordShape;
}
