/** What the large pictures say of their own. */
export const words = {
  close: "Close",
  previous: "Previous picture",
  next: "Next picture",
  whole: "Open in a new tab",
  place: (index: number, count: number) => `${index} of ${count}`,
  broken: (name: string) => `${name} can't be loaded`,
} as const;
