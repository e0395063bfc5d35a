/** What a leaf gets in the place of a prop that is markup. */
export const markup: unique symbol = Symbol("markup");
