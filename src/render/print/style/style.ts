/** How text looks: what elements hand down to what they hold. */
export interface TextStyle {
  readonly colour: string;
  readonly family: string;
  /** In px. */
  readonly size: number;
  readonly weight: string;
  readonly style: string;
  readonly leading: string;
  readonly align: string;
  readonly transform: string;
  readonly spacing: string;
  readonly space: string;
  readonly list: string;
  readonly rtl: boolean;
  /** What the text stands on; nothing that CSS hands down, but what mixed colours need to know. */
  readonly under: string;
}

/** The style of one element, computed. */
export interface Style {
  readonly display: string;
  readonly text: TextStyle;
  /** Every other longhand that is declared, as mail clients read it. */
  readonly own: ReadonlyMap<string, string>;
  /** Custom properties and tokens, as they reach the element. */
  readonly tokens: Tokens;
}

/** Custom properties of an element, over those that it gets from its parent. */
export interface Tokens {
  readonly values: ReadonlyMap<string, string>;
  readonly parent: Tokens | undefined;
}

/** The inherited longhands and where their values stand. */
export const textProperties: ReadonlyMap<string, Exclude<keyof TextStyle, "rtl" | "under" | "size">> = new Map([
  ["color", "colour"],
  ["font-family", "family"],
  ["font-weight", "weight"],
  ["font-style", "style"],
  ["line-height", "leading"],
  ["text-align", "align"],
  ["text-transform", "transform"],
  ["letter-spacing", "spacing"],
  ["white-space", "space"],
  ["list-style-type", "list"],
] as const);

/** Text where nobody says anything. */
export const plainText: TextStyle = {
  colour: "#000000",
  family: "sans-serif",
  size: 16,
  weight: "400",
  style: "normal",
  leading: "normal",
  align: "left",
  transform: "none",
  spacing: "0",
  space: "normal",
  list: "disc",
  rtl: false,
  under: "#ffffff",
};
