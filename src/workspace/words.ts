/** What the workspace around cards says of its own. The host gives other languages by the option `words`. */
export interface WorkspaceWords {
  /** Name of the list of records. */
  readonly timeline: string;
}

/** What is said where the host gives no words. */
export const englishWords: WorkspaceWords = Object.freeze({
  timeline: "Timeline",
});
