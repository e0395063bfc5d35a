import { Choices } from "../support/language/choices.ts";

const texts = [
  "plain",
  "a &amp; b",
  "&lt;b&gt;",
  "héllo 😀",
  "two\n    lines\n  here",
  " ",
  "&nbsp;x&copy;",
  'it\'s "quoted"',
  "&#65;&#x42;",
  "",
];
const scalars = [
  "customer.name",
  "customer.note",
  "i",
  "1",
  "0",
  "-0",
  "1.50",
  "null",
  "undefined",
  "true",
  "false",
  '""',
  '"<i>&amp;"',
  "customer.tags.length",
  "customer.missing?.deep",
  "NaN",
  "`t${customer.name}`",
  "String(i)",
];
/** What an attribute shows as it is; of booleans React and Preact make different things. */
const written = scalars.filter((text) => !/^(true|false|NaN|-0|i)$|length|missing/.test(text));
const conditions = ["customer.open", "customer.tags.length > 1", "i % 2", "!customer.note", "customer.missing", "true", "0"];
const colours = ['"red"', '"#12f"', '"rgb(1, 2, 3)"', "null", "undefined", '"var(--c)"'];
const sizes = ["0", "4", "1.5", '"2em"', '"50%"', '"calc(100% - 2px)"', "null", "undefined", '"auto"'];

const styleNames: readonly (readonly [string, readonly string[]])[] = [
  ["color", colours],
  ["backgroundColor", colours],
  ["padding", sizes],
  ["marginTop", sizes],
  ["lineHeight", ["1", "1.5", '"2"', "0"]],
  ["fontWeight", ["700", '"bold"']],
  ["display", ['"flex"', '"none"', "undefined"]],
  ["flexGrow", ["1", "0"]],
  ["zIndex", ["1", "3"]],
  ["opacity", ["0.5", "0", "1"]],
  ["border", ['"1px solid red"', '"none"']],
];

const flow = ["div", "p", "section", "span", "b", "em", "ul", "li", "h3", "article", "small", "code", "pre", "blockquote", "dl", "figure"];
const attributes: readonly (readonly [string, readonly string[]])[] = [
  ["className", ['"a"', '"a b"', "customer.name", "undefined", "`x-${i}`", '""']],
  ["title", written],
  ["lang", ['"en"', "null"]],
  ["dir", ['"rtl"', "undefined"]],
  ["hidden", ["true", "false", "customer.open"]],
  ["data-x", ["i", '"a<b"', "customer.name", "true", "false", "null"]],
  ["aria-label", written],
  ["aria-hidden", ["true", "false", '"true"']],
  ["tabIndex", ["0", "-1"]],
  ["role", ['"note"', "undefined"]],
];

interface Place {
  readonly choices: Choices;
  readonly depth: number;
  /** Inside of text: a block would end a paragraph when the markup is parsed. */
  readonly phrasing: boolean;
  readonly components: readonly string[];
}

const deeper = (place: Place, changes: Partial<Place> = {}): Place => ({ ...place, depth: place.depth + 1, ...changes });

function writeStyle({ choices }: Place): string {
  return `{{ ${choices
    .several(0, 3, () => choices.from(styleNames))
    .map(([name, values]) => `${name}: ${choices.from(values)}`)
    .join(", ")} }}`;
}

function writeAttributes(place: Place): string {
  const { choices } = place;
  const given = new Map<string, string>();
  for (const [name, values] of choices.several(0, 3, () => choices.from(attributes))) given.set(name, `${name}={${choices.from(values)}}`);
  if (choices.happens(25)) given.set("style", `style=${writeStyle(place)}`);
  const list = [...given.values()];
  if (choices.happens(12))
    list.splice(
      choices.below(list.length + 1),
      0,
      `{...{ title: ${choices.from(written)}, "data-y": ${choices.from(['"s"', "2", "null"])} }}`,
    );
  return list.length === 0 ? "" : ` ${list.join(" ")}`;
}

/** Blocks are written where blocks may stand, and phrases everywhere, so that a parser makes of the markup what it says. */
function writeElement(place: Place): string {
  const { choices } = place;
  const tag = place.phrasing ? choices.from(["span", "b", "em", "small", "code", "i"]) : choices.from(flow);
  const holdsPhrases = place.phrasing || /^(p|span|b|em|h3|small|code|pre)$/.test(tag);
  if (choices.happens(10))
    return choices.from([
      "<br />",
      '<img src="https://ok.example/a.png" alt={customer.name} />',
      "<input value={customer.name} readOnly />",
      "<wbr />",
    ]);
  return `<${tag}${writeAttributes(place)}>${writeChildren(deeper(place, { phrasing: holdsPhrases }))}</${tag}>`;
}

/** An element of a list, which needs a key. */
function writeItem(place: Place): string {
  return writeElement({ ...place, choices: place.choices }).replace(/^<(\w+)/, "<$1 key={i}");
}

type Production = (place: Place) => string;

const children: readonly Production[] = [
  ({ choices }) => choices.from(texts),
  ({ choices }) => `{${choices.from(scalars)}}`,
  (place) => writeElement(place),
  (place) => writeElement(place),
  (place) =>
    `{${place.choices.from(conditions)} ? ${writeElement(deeper(place))} : ${place.choices.from(["null", '"none"', writeElement(deeper(place))])}}`,
  (place) => `{${place.choices.from(conditions)} && ${writeElement(deeper(place))}}`,
  (place) => `{customer.tags.map((tag, i) => ${writeItem(deeper(place))})}`,
  (place) => `{[${writeItem(deeper(place))}, "t", ${place.choices.from(scalars)}, [${place.choices.from(scalars)}, null]]}`,
  (place) => `<>${writeChildren(deeper(place))}</>`,
  (place) => `<React.Fragment key="f">${writeChildren(deeper(place))}</React.Fragment>`,
  (place) => `{(() => { const i = 3; return ${writeElement(deeper(place))}; })()}`,
  (place) => writeComponent(place),
  (place) =>
    `{React.createElement(${place.choices.from(['"b"', '"span"'])}, { title: ${place.choices.from(written)} }, ${place.choices.from(scalars)}, "x")}`,
  () => "{/* nothing */}",
];

function writeComponent(place: Place): string {
  const { choices, components } = place;
  if (components.length === 0) return writeElement(place);
  const name = choices.from(components);
  const props = ` label={${choices.from(scalars)}}${choices.happens(40) ? ` extra={${writeElement(deeper(place, { phrasing: true }))}}` : ""}${choices.happens(20) ? " {...{ more: 1 }}" : ""}`;
  return choices.happens(60) ? `<${name}${props}>${writeChildren(deeper(place, { phrasing: true }))}</${name}>` : `<${name}${props} />`;
}

function writeChildren(place: Place): string {
  if (place.depth > 4) return place.choices.from(texts);
  return place.choices.several(0, 3, () => place.choices.from(children)(place)).join("");
}

const components: readonly ((name: string) => Production)[] = [
  (name) => (place) =>
    `function ${name}({ label, children, extra = "none" }) { const i = 1; return <span${writeAttributes(place)}>{label}|{children}|{extra}</span>; }`,
  (name) => (place) =>
    `const ${name} = (props) => { const i = 2; return <>{props.label}${writeChildren(deeper(place, { phrasing: true }))}{props.children}</>; };`,
  (name) => (place) =>
    `class ${name} extends React.Component { state = { n: ${place.choices.below(4)} }; render() { const i = this.state.n; return <b${writeAttributes(place)}>{this.props.label}{i}{this.props.children}</b>; } }`,
  (name) => (place) =>
    `const ${name} = ({ label, ...rest }) => { const [i] = React.useState(${place.choices.below(5)}); return i > 3 ? null : <em>{label}{i}{Object.keys(rest).join()}</em>; };`,
];

/** Writes a template that shows data and does no harm: elements, fragments, lists, conditions, components. */
export function writeHarmless(numbers: readonly number[]): string {
  const choices = new Choices(numbers);
  const place: Place = { choices, depth: 0, phrasing: false, components: [] };
  const names = choices.several(0, 3, (index) => `C${index}`);
  const declared = names.map((name, index) => choices.from(components)(name)({ ...place, depth: 3, components: names.slice(0, index) }));
  return `const i = 0;\n${declared.join("\n")}\n<div${writeAttributes(place)}>${writeChildren({ ...place, components: names })}${writeChildren({ ...place, components: names })}</div>`;
}
