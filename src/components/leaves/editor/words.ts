/** What leaves say of their own. */
export const words = {
  edit: (label: string) => `Edit ${label}`,
  save: "Save",
  saveLong: "Save (Ctrl+Enter)",
  cancel: "Cancel",
  saving: "Saving",
  failed: "Not saved. The value is what it was before.",
  none: "None",
  number: "Write a number, such as 12 or 129.5.",
  url: "Write a web address that begins with https:// or http://.",
  instant: "Choose a day and a time.",
  day: "Choose a day.",
  remove: "Remove",
  search: "Type to search",
  searching: "Searching",
  nothing: "Nothing found",
  searchFailed: "The search failed. Try again.",
} as const;
