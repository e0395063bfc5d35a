/** What frames say of their own. */
export const words = {
  loading: (title: string) => `Loading ${title}`,
  silent: (title: string) => `${title} does not answer.`,
  visit: "Open the page",
  open: (title: string) => `Show ${title}`,
} as const;
