/** What the workspace around cards says of its own. The host gives other languages by the option `words`. */
export interface WorkspaceWords {
  /** Name of the list of records. */
  readonly timeline: string;
  /** The days around now; what `Intl` has for the locale when absent. */
  readonly today?: string;
  readonly yesterday?: string;
  readonly tomorrow?: string;
  /** Stands at the end of a timeline whose `total` is used up; `{count}` is how many items are not shown. */
  readonly notShown: string;
  /** The same where nobody knows how many there are. */
  readonly moreNotShown: string;
  /** Stands in a timeline without items. */
  readonly noItems: string;
  /** Stands where an opened item has nothing to show. */
  readonly noDetails: string;
  /** The controls above a timeline: a field to search in, what opens the choice of klasses, what shows everything again. */
  readonly search: string;
  readonly filter: string;
  readonly clearFilter: string;
  /** How many items of a timeline are shown: `{shown}`, `{total}`. */
  readonly allShown: string;
  readonly someShown: string;
  readonly searching: string;
  readonly nothingFound: string;
  /** Items that came in above what the reader looks at: `{count}`. */
  readonly newItems: string;
  /** Name of the panel beside the timeline. */
  readonly insights: string;
  /** Stands in a card that an agent opened and that shows nothing. */
  readonly cardEmpty: string;
  /** Head of the panel beside the results of a search, and what it says where there are none. */
  readonly searchResults: string;
  readonly noResults: string;
  /** What of a search's results is counted. */
  readonly conversations: string;
  readonly customers: string;
  readonly status: string;
  readonly sentiment: string;
  readonly satisfaction: string;
  /** How many records an average is of: `{count}`. */
  readonly average: string;
  /** Statuses of conversations; `other` is any that is none of them. */
  readonly open: string;
  readonly snoozed: string;
  readonly done: string;
  readonly other: string;
  /** The standard klasses, each for one record of it. Others are named by their views. */
  readonly customer: string;
  readonly conversation: string;
  readonly company: string;
  readonly message: string;
  readonly user: string;
}

/** What is said where the host gives no words. */
export const englishWords: WorkspaceWords = Object.freeze({
  timeline: "Timeline",
  notShown: "{count} more not shown",
  moreNotShown: "More not shown",
  noItems: "Nothing here yet",
  noDetails: "No details",
  search: "Search",
  filter: "Filter",
  clearFilter: "Show all",
  allShown: "{total} in all",
  someShown: "{shown} of {total}",
  searching: "Searching…",
  nothingFound: "Nothing found",
  newItems: "{count} new",
  insights: "Insights",
  cardEmpty: "Nothing to show",
  searchResults: "Search results",
  noResults: "No results",
  conversations: "Conversations",
  customers: "Customers",
  status: "Status",
  sentiment: "Sentiment",
  satisfaction: "Satisfaction",
  average: "average of {count}",
  open: "Open",
  snoozed: "Snoozed",
  done: "Done",
  other: "Other",
  customer: "Customer",
  conversation: "Conversation",
  company: "Company",
  message: "Message",
  user: "User",
});

/** Puts values into the `{name}` places of a text. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] as string) : whole));
}
