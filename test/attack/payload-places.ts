import { elementAttributes, globalAttributes, keywordAttributes, svgAttributes } from "../../src/policy/attribute-tables.ts";
import { compileCard } from "../support/card.ts";

/** A way in which templates show a text of their data: a card that shows a list of them. */
export interface PayloadPlace {
  readonly name: string;
  readonly template: ReturnType<typeof compileCard>["template"];
}

const toNames = (table: Readonly<Record<string, string | undefined>>) =>
  Object.values(table).flatMap((list) => (list ?? "").trim().split(/\s+/));

/** Names that no element has, and React's names for some that they have. */
const refused =
  `onclick onerror onload onfocus onbegin srcdoc formaction ping is nonce popover popovertarget commandfor slot part background
  dynsrc data code codebase archive manifest profile http-equiv content imagesrcset attributename values from to by begin
  dangerouslySetInnerHTML innerHTML outerHTML textContent className htmlFor xlinkHref srcSet defaultValue key ref children`
    .trim()
    .split(/\s+/);

const general = [...toNames(globalAttributes), ...(keywordAttributes.get("*")?.keys() ?? []), "data-x", ...refused];
const drawn = [...toNames(svgAttributes), "style", "id", "class", "href", "xlink:href", "tabindex"];

/** Elements for which an address, a style or a name means something of its own. */
const special: ReadonlyMap<string, string> = new Map([
  ["a", "href xlink:href target rel download type"],
  ["area", "href target"],
  ["img", "src srcset sizes usemap alt"],
  ["image", "href xlink:href src"],
  ["iframe", "src srcdoc sandbox allow name title width"],
  ["video", "src poster"],
  ["audio", "src"],
  ["source", "src srcset media"],
  ["track", "src kind"],
  ["form", "action method enctype target rel name id accept-charset"],
  ["input", "src value type name form formaction pattern"],
  ["button", "formaction form value name type"],
  ["textarea", "value name placeholder"],
  ["select", "value name"],
  ["option", "value label"],
  ["label", "for form"],
  ["td", "headers background width"],
  ["blockquote", "cite"],
  ["details", "name open"],
  ["map", "name"],
  ["style", "media title type"],
  ["svg", "xmlns xmlns:xlink viewBox style onload"],
  ["use", "href xlink:href"],
  ["linearGradient", "href id"],
  ["textPath", "href"],
  ["filter", "id href"],
  ["canvas", "width"],
]);

/** Every pair of an element and a name that is judged in a way of its own. */
export const attributePairs: ReadonlyArray<readonly [tag: string, name: string]> = [
  ...[...new Set(general)].map((name) => ["div", name] as const),
  ...[...new Set(drawn)].map((name) => ["rect", name] as const),
  ...[...special].flatMap(([tag, names]) => names.split(" ").map((name) => [tag, name] as const)),
  ...[...elementAttributes].flatMap(([tag, table]) => toNames(table).map((name) => [tag, name] as const)),
];

const properties =
  `color background backgroundImage width content fontFamily position all filter cursor clipPath transform animation animationName
  listStyle borderImage mask gridTemplateAreas quotes font --x transition display zIndex WebkitMaskImage fill offsetPath`
    .trim()
    .split(/\s+/);

const holders =
  "div p span pre table tbody tr td ul select option button a label details svg g text desc textarea title iframe style".split(" ");

/** What hostile text may stand behind in HTML that a record holds. */
const openings: readonly string[] = [
  '<p title="',
  "<p title='",
  "<p title=",
  "<p ",
  "<",
  "</",
  "<!--",
  "<![CDATA[",
  "<?",
  '<a href="',
  "<a href=",
  '<img src="',
  '<img srcset="',
  '<p style="',
  '<iframe src="',
  '<form action="',
  '<svg><a xlink:href="',
  '<svg><rect fill="',
  '<svg><use href="',
  "<svg><style>",
  "<svg><desc>",
  "<svg><title>",
  "<svg>",
  "<math><mtext>",
  "<math><annotation-xml encoding=text/html>",
  "<style>",
  "<textarea>",
  "<title>",
  "<noscript>",
  "<template>",
  "<select><option>",
  "<table><tr>",
  "<xmp>",
  "<plaintext>",
];

const each = (body: string) => `<div>{customer.values.map((v, i) => <section key={i}>${body}</section>)}</div>`;

const asName = (name: string) =>
  name === "key" || name === "ref" || name === "children" || name === "dangerouslySetInnerHTML" ? undefined : name;
const draw = (tag: string, markup: string) =>
  /^(?:rect|use|linearGradient|textPath|filter|image)$/.test(tag) ? `<svg>${markup}</svg>` : markup;

const sources: ReadonlyMap<string, string> = new Map([
  [
    "text",
    each(`{v}<p>{v}</p><pre>{v}</pre><textarea defaultValue={v} /><textarea>{v}</textarea><table><caption>{v}</caption><tbody><tr><td>{v}</td></tr></tbody></table>
    <select value={v}><option value={v}>{v}</option><optgroup label={v}><option>x</option></optgroup></select><button>{v}</button><iframe title={v}>{v}</iframe><canvas>{v}</canvas>
    <svg><title>{v}</title><desc>{v}</desc><text>{v}<tspan>{v}</tspan></text></svg>{[v, [v]]}{\`\${v}\`}<input defaultValue={v} /><summary>{v}</summary>`),
  ],
  [
    "attributes",
    each(attributePairs.flatMap(([tag, name]) => (asName(name) === undefined ? [] : [draw(tag, `<${tag} ${name}={v} />`)])).join("")),
  ],
  [
    "attributes of spread props",
    each(
      attributePairs
        .filter(([, name]) => name !== "dangerouslySetInnerHTML")
        .map(([tag, name]) => draw(tag, `<${tag} {...{ [${JSON.stringify(name)}]: v }} />`))
        .join(""),
    ),
  ],
  [
    "names of spread props",
    each(`<p {...{ [v]: "x" }} /><p {...{ [v]: v }} /><p {...{ ["on" + v]: v, ["data-" + v]: v, ["aria-" + v]: v }} /><svg><rect {...{ [v]: v }} /></svg>
    <a {...{ href: v, target: v, rel: v }}>x</a><p {...{ style: { [v]: "red" } }} /><p style={{ ["--" + v]: "red", [v]: v }} />`),
  ],
  [
    "styles",
    each(`<p style={v} /><p style={"color:red;" + v} /><p style={{ ${properties.map((name) => `${JSON.stringify(name)}: v`).join(", ")} }} /><p style={{ [v]: "red" }} />
    <p style={{ color: "red;" + v, background: v + ";color:red", width: "calc(" + v + ")", content: "'" + v + "'" }} /><svg><rect style={v} fill={v} filter={v} /></svg>`),
  ],
  [
    "HTML",
    each(
      holders
        .map((tag) => {
          const markup = `<${tag} dangerouslySetInnerHTML={{ __html: v }} />`;
          return /^(?:g|text|desc|title)$/.test(tag) ? `<svg>${markup}</svg>` : markup;
        })
        .join(""),
    ),
  ],
  [
    "pieces of HTML",
    each(openings.map((opening) => `<div dangerouslySetInnerHTML={{ __html: ${JSON.stringify(opening)} + v }} />`).join("")),
  ],
]);

/** Style sheets by the place of a text in them. Each sheet has a card, since a sheet can't be told from the next. */
export const sheets: ReadonlyMap<string, (text: string) => string> = new Map([
  ["a sheet", (text) => text],
  ["what follows a rule", (text) => `.a{color:red}${text}`],
  ["declarations", (text) => `.a{${text}}`],
  ["a value", (text) => `.a{background:${text};color:red}`],
  ["a string", (text) => `.a::before{content:"${text}"}`],
  ["a selector", (text) => `${text}{color:red}.a ${text}{color:red}`],
  ["a part of a selector", (text) => `:root:is(${text}),.a[title="${text}"],#${text}{color:red}`],
  ["a nested rule", (text) => `:root{color:red;${text}}.a{&:hover{${text}}}`],
  [
    "a query",
    (text) => `@media ${text}{.a{color:red}}@supports ${text}{.a{color:red}}@container ${text}{.a{color:red}}@layer ${text}{.a{color:red}}`,
  ],
  ["keyframes", (text) => `@keyframes ${text}{from{color:red}}@keyframes a{${text}}@keyframes b{from{${text}}}`],
]);

/** All places of elements. */
export const payloadPlaces: readonly PayloadPlace[] = [...sources].map(([name, source]) => ({
  name,
  template: compileCard(source).template,
}));

/** A card with a sheet that stands in its data. */
export const sheetCard = compileCard(`<div><style>{customer.sheet}</style><p className="a">x</p></div>`).template;

/** A card that makes an element of whatever name. */
export const tagCard =
  compileCard(`<div>{customer.values.map((v, i) => { const T = v; return <section key={i}><T title="x" href={v}>x</T></section>; })}
  {customer.values.map((v, i) => React.createElement(v, { key: i, src: v, href: v }, v))}</div>`).template;
