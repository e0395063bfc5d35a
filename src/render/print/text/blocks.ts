import { readLayout } from "../layout.ts";
import { isInline, type Shown, type ShownElement } from "../shown.ts";
import { type Block, indent, joinBlocks, toLines, toRun } from "./lines.ts";
import { formatLink } from "./links.ts";
import { formatTable } from "./table.ts";

type Count = (length: number) => void;

/** A label and what it labels, on one line. */
const pairs: ReadonlySet<string> = new Set(["kv-field", "kv-row", "kv-form-field"]);
/** What stands line under line, whatever space there is between. */
const tight: ReadonlySet<string> = new Set([...pairs, "kv-form-row"]);
const labels: ReadonlySet<string> = new Set(["kv-field-label", "kv-row-label", "kv-form-label"]);
const lists: ReadonlySet<string> = new Set(["ul", "ol", "menu", "dir"]);
/** Space from which on parts of a card are apart in text too, in px. */
const leastApart = 8;
/** Parts side by side that come to more than that are read one by one. */
const longestRow = 100;

/** Reads nodes as blocks of lines: runs of text, and elements that stand for themselves. */
export function readBlocks(nodes: readonly Shown[], space: string, count: Count): readonly Block[] {
  const blocks: Block[] = [];
  let run = "";
  const flush = (): void => {
    const lines = toLines(run);
    count(run.length);
    run = "";
    if (lines.length > 0) blocks.push({ lines });
  };
  const add = (node: Shown, around: string): void => {
    if (typeof node === "string") run += toRun(node, around);
    else if (node.tag === "br") run += "\n";
    else if (!isInline(node)) {
      flush();
      blocks.push({ lines: readLines(node, count), ...readSpace(node) });
    } else if (node.attributes.has("href")) {
      run += formatLink(joinWords(readBlocks(node.children, node.style.text.space, count)), node.attributes.get("href") ?? "");
    } else {
      // What stands apart by its ground alone, a pill or a picture, is a word of its own here.
      const apart = isBoxed(node) ? " " : "";
      run += apart + (node.attributes.get("alt") ?? node.chart?.text ?? "");
      for (const child of node.children) add(child, node.style.text.space);
      run += apart;
    }
  };
  for (const node of nodes) add(node, space);
  flush();
  return blocks;
}

function joinWords(blocks: readonly Block[]): string {
  return joinBlocks(blocks).join(" ").trim();
}

function isBoxed({ tag, chart, style }: ShownElement): boolean {
  return tag === "img" || chart !== undefined || (style.own.get("background-color") ?? "transparent") !== "transparent";
}

function readSpace({ tag, classes, style }: ShownElement): Pick<Block, "before" | "after"> {
  if ([...tight].some((name) => classes.has(name))) return {};
  const isWide = (name: string) => tag === "table" || Number.parseFloat(style.own.get(name) ?? "0") >= leastApart;
  return { before: isWide("margin-top"), after: isWide("margin-bottom") };
}

function readLines(node: ShownElement, count: Count): readonly string[] {
  const { tag, classes, children, style, chart, attributes } = node;
  const { space } = style.text;
  if (chart !== undefined)
    return chart.marks.length === 0 ? [chart.text] : chart.marks.map(({ label, value }) => (label === "" ? value : `${label}: ${value}`));
  if (tag === "hr" || (classes.has("kv-divider") && children.length === 0)) return ["---"];
  if (tag === "img") return toLines(toRun(attributes.get("alt") ?? "", "normal"));
  if (tag === "table") return formatTable(node, (cell) => readBlocks(cell.children, cell.style.text.space, count));
  if (lists.has(tag)) return readList(node, count);
  if (tag === "a" && attributes.has("href"))
    return [formatLink(joinWords(readBlocks(children, space, count)), attributes.get("href") ?? "")];
  if ([...pairs].some((name) => classes.has(name))) return readPair(node, count);
  const lines = readLaidOut(node, count);
  return tag === "blockquote" ? indent(lines, count, "> ", "> ") : lines;
}

/** `Label: value`; a value of several lines stands below its label. */
function readPair({ children, style }: ShownElement, count: Count): readonly string[] {
  const isLabel = (node: Shown) => typeof node !== "string" && [...labels].some((name) => node.classes.has(name));
  const label = joinWords(readBlocks(children.filter(isLabel), style.text.space, count));
  const blocks = children.filter((node) => !isLabel(node));
  const value = joinBlocks(readBlocks(blocks, style.text.space, count));
  if (label === "") return value;
  const head = label.endsWith(":") ? label : `${label}:`;
  return value.length <= 1 ? [`${head} ${value[0] ?? ""}`.trim()] : [head, ...indent(value, count, "  ")];
}

function readList({ children, style, tag, attributes }: ShownElement, count: Count): readonly string[] {
  const marked = style.text.list !== "none";
  let number = Number(attributes.get("start") ?? "1");
  return children.flatMap((item) => {
    if (typeof item === "string") return [];
    const lines = readBlocks(item.children, item.style.text.space, count).flatMap((block) => block.lines);
    number = Number(item.attributes.get("value") ?? number);
    const mark = tag === "ol" ? `${number++}. ` : marked || item.tag === "li" ? "- " : "";
    return indent(lines, count, mark);
  });
}

/** Parts side by side are one line, as long as they are short. */
function readLaidOut(node: ShownElement, count: Count): readonly string[] {
  const { children, style } = node;
  const { space } = style.text;
  const layout = readLayout(node);
  if (layout === undefined) return joinBlocks(readBlocks(children, space, count));
  const nodes = layout.kind === "rows" ? layout.rows.flat().map((cell) => cell.node) : children;
  const parts = nodes
    .map((one) => readBlocks([one], space, count).filter(({ lines }) => lines.length > 0))
    .filter((part) => part.length > 0);
  if (parts.length < 2) return joinBlocks(parts.flat());
  const plain = parts.every((part) =>
    part.every(({ lines, before, after }) => before !== true && after !== true && lines.length <= 3 && !lines.includes("")),
  );
  const line = parts.map(joinWords).join("  ");
  const beside = layout.kind === "wrap" || (layout.kind === "rows" && !layout.fixed);
  const fits = plain && beside && line.length <= longestRow;
  return fits ? [line] : joinBlocks(parts.flat());
}
