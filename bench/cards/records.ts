const goods = ["Ridge hiking boots", "Merino socks", "Wax & brush", 'Stove "Ember"', "Rain jacket", "Trail map", "Tent pegs <12>"];

/** Creates the customer of the `n`th record. */
export function toCustomer(n: number): { readonly name: string } {
  return { name: n % 3 === 0 ? `Ada & Sons ${n}` : `Marta Lindqvist ${n}` };
}

/** Creates something that was bought. */
export function toGoods(n: number): { readonly sku: string; readonly name: string } {
  return { sku: `SK-${n}`, name: goods[n % goods.length] ?? "" };
}
