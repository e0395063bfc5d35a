/** The records of one stateful card. */
export interface LiveData {
  readonly kobject: {
    readonly data: { readonly number: string; readonly lines: readonly { readonly sku: string; readonly count: number }[] };
  };
}

/** Creates the data of the `n`th stateful card. */
export function createLive(n: number): LiveData {
  const lines = Array.from({ length: 5 }, (_, index) => ({ sku: `SKU-${n}-${index}`, count: index + 1 }));
  return { kobject: { data: { number: `#${n}`, lines } } };
}
