/** Where in a program linking stands: what a node that is linked later, apart from what is around it, needs to know. */
export interface LinkPlace {
  /** Ids of the bodies whose frames are open, outermost first. */
  readonly frames: readonly number[];
  /** Inside of an SVG element. */
  readonly svg: boolean;
}
