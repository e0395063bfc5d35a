const toSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Pseudo-classes without arguments that a card's `<style>` may use: states of its own elements. */
export const plainPseudoClasses: ReadonlySet<string> = toSet(`
  active any-link autofill checked default disabled empty enabled first-child first-of-type focus focus-visible
  focus-within hover in-range indeterminate invalid last-child last-of-type link only-child only-of-type open optional
  out-of-range placeholder-shown read-only read-write required user-invalid user-valid valid visited
  -webkit-autofill -moz-focusring
`);

/** Those of them that change with what is entered into a control. */
export const enteredPseudoClasses: ReadonlySet<string> = toSet(`
  autofill checked in-range indeterminate invalid out-of-range placeholder-shown user-invalid user-valid valid -webkit-autofill
`);

/** Selects what stands in no editor of ours: what agents enter there is not the template's to know, not even by how its card looks. */
export const outsideEditors = ":not(:where(.kv-editor *,.kv-form-live *))";

/** Those of them that ask for an element's place among its siblings. */
export const placePseudoClasses: ReadonlySet<string> = toSet("first-child first-of-type last-child last-of-type only-child only-of-type");

/** Pseudo-classes that take `an+b`. */
export const nthPseudoClasses: ReadonlySet<string> = toSet("nth-child nth-last-child nth-of-type nth-last-of-type");

/** Pseudo-classes that take selectors of one element each. */
export const matchPseudoClasses: ReadonlySet<string> = toSet("is where not");

/** Pseudo-classes that take a word. */
export const wordPseudoClasses: ReadonlySet<string> = toSet("lang dir");

/** What the root of a document is called; in a card it means the card's root. */
export const rootPseudoClasses: ReadonlySet<string> = toSet("root host scope");

/** Type selectors that mean the card's root. */
export const rootTypes: ReadonlySet<string> = toSet("html body");

/** Pseudo-elements, also those that may be written with one colon. */
export const pseudoElements: ReadonlySet<string> = toSet(`
  after before details-content file-selector-button first-letter first-line marker placeholder selection
  -moz-focus-inner -moz-placeholder -moz-progress-bar -moz-range-progress -moz-range-thumb -moz-range-track
  -moz-selection -ms-clear -ms-expand -ms-reveal -webkit-calendar-picker-indicator -webkit-datetime-edit
  -webkit-details-marker -webkit-file-upload-button -webkit-inner-spin-button -webkit-input-placeholder
  -webkit-meter-bar -webkit-meter-optimum-value -webkit-outer-spin-button -webkit-progress-bar -webkit-progress-value
  -webkit-resizer -webkit-scrollbar -webkit-scrollbar-button -webkit-scrollbar-corner -webkit-scrollbar-thumb
  -webkit-scrollbar-track -webkit-scrollbar-track-piece -webkit-search-cancel-button -webkit-search-decoration
  -webkit-slider-runnable-track -webkit-slider-thumb
`);

/** Pseudo-elements that CSS 2 wrote with one colon. */
export const singleColonElements: ReadonlySet<string> = toSet("after before first-letter first-line");
