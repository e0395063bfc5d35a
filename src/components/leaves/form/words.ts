/** What rows of create forms say of their own. */
export const words = {
  required: "Fill this in.",
  json: 'Write JSON, such as {"size": "M"} or ["a", "b"].',
  choose: "Choose",
} as const;
