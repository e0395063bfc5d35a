import { elements } from "../../../policy/elements.ts";
import { intrinsics } from "../../../policy/intrinsics.ts";

const toNames = (list: string): readonly string[] => list.trim().split(/\s+/);

/** HTML elements that are all that their attributes and children say: no control, nothing that plays, loads a page or is sent. */
const plain = toNames(`
  a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del
  details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main
  mark menu nav nobr ol p picture pre q rp rt ruby s samp search section small source span strike strong sub summary
  sup table tbody td tfoot th thead time tr tt u ul var wbr
`);

/** The elements that a block may hold. */
export const stillElements: ReadonlySet<string> = new Set([
  ...plain,
  ...[...elements].filter(([, { svg, text }]) => svg === true && text === undefined).map(([name]) => name),
]);

/** Intrinsics whose work is not over when the view is there, or is heard outside. */
const lasting: ReadonlySet<string> = new Set(["Promise", "console"]);

/** Names of the scope that a still card may use: what they give is over and done with when the card is rendered. */
export const stillNames: ReadonlySet<string> = new Set([
  ...Object.keys(intrinsics.globals).filter((name) => !lasting.has(name)),
  "_",
  "moment",
]);

/** Names that give the same at all times and however often they are asked. */
export const steadyNames: ReadonlySet<string> = new Set(
  toNames(`
  Array Boolean Error Infinity JSON Map NaN Number Object RangeError RegExp Set String TypeError URL URLSearchParams
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt undefined unescape
`),
);
