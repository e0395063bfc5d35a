import { hasOptional } from "../engine/members.ts";
import { placeOfKey } from "../engine/place-of-key.ts";
import type { ElementNode, Expression, FragmentNode, Spread } from "../ir/nodes.ts";
import { elements, judgeElement } from "../policy/elements.ts";
import { writesItself } from "../render/html-emit.ts";
import { isEvaluated, toLeafContent } from "../render/html-leaf.ts";
import { toDerivedLabel } from "../render/html-platform.ts";
import { writeAttribute, writeText } from "../render/html-write.ts";
import { isOpen, planAttributes } from "../render/plan-attributes.ts";
import { printAttribute } from "./attributes.ts";
import { printLoop } from "./loops.ts";
import type { Printer } from "./printer.ts";
import type { Scope } from "./scope.ts";
import { toLiteral } from "./text.ts";

/** Holes after which the length of the text is looked at. */
const holesOfCheck = 4;

/** Prints statements that write to the variable `h`: static parts joined, holes between. */
export class HtmlBody {
  readonly printer: Printer;
  readonly scope: Scope;
  readonly #lines: string[] = [];
  #static = "";

  constructor(printer: Printer, scope: Scope) {
    this.printer = printer;
    this.scope = scope;
  }

  /** Adds finished HTML. */
  add(html: string): void {
    this.#static += html;
  }

  /** Adds a statement that writes nothing: what is ready to be written may wait. */
  compute(text: string): void {
    this.#lines.push(text);
  }

  /** Adds a statement, behind the HTML so far. */
  line(text: string): void {
    this.flush();
    this.#lines.push(text);
  }

  /** Adds what an expression of HTML gives. */
  append(expression: string): void {
    if (this.#static === "") this.#lines.push(`h+=${expression};`);
    else this.#lines.push(`h=h+${toLiteral(this.#static)}+${expression};`);
    this.#static = "";
  }

  flush(): void {
    if (this.#static !== "") this.#lines.push(`h+=${toLiteral(this.#static)};`);
    this.#static = "";
  }

  finish(): string {
    this.flush();
    return this.#lines.join("");
  }

  /** Prints in a body of its own: a branch. */
  branch(print: (inner: HtmlBody) => void): string {
    const inner = new HtmlBody(this.printer, this.scope);
    print(inner);
    return `{${inner.finish()}}`;
  }

  /** A writer to the same variable, with variables of its own. */
  within(scope: Scope): HtmlBody {
    return new HtmlBody(this.printer, scope);
  }

  evaluate(node: Expression): string {
    return this.printer.expression(node, this.scope);
  }

  /** Markup that is a block: its elements are counted before, its length is looked at behind it. */
  block(node: ElementNode | FragmentNode): void {
    const inner = new BlockWriter(this);
    this.flush();
    const count = this.#lines.push("") - 1;
    if (node.kind === "fragment") inner.content(node);
    else inner.element(node);
    this.flush();
    this.#lines[count] = `$countNodes(r,${inner.nodes});`;
    this.#lines.push("$checkLength(r,h);");
  }

  /** An expression in child position: branches write, lists are written by a loop, all else is a value that is written as a child. */
  child(node: Expression): void {
    switch (node.kind) {
      case "element":
        if (isOpen(node)) break;
        this.block(node);
        return;
      case "fragment":
        this.block(node);
        return;
      case "conditional": {
        const test = this.evaluate(node.test);
        const [yes, no] = [node.yes, node.no].map((one) => this.branch((inner) => inner.child(one)));
        this.line(`if(${test})${yes}else${no}`);
        return;
      }
      case "logical": {
        if (!writesItself.has(node.right.kind)) break;
        const value = this.scope.temp();
        const left = this.evaluate(node.left);
        const right = this.branch((inner) => inner.child(node.right));
        const test = node.operator === "&&" ? value : node.operator === "||" ? `!${value}` : `(${value}===null||${value}===undefined)`;
        this.line(`${value}=${left};if(${test})${right}else h+=$writeChild(r,${value});`);
        return;
      }
      case "let": {
        this.line(`${this.printer.slot(node.target, this.scope)}=${this.evaluate(node.value)};`);
        this.child(node.body);
        return;
      }
      case "constant":
        if (typeof node.value === "string" || typeof node.value === "number") this.add(writeText(String(node.value)));
        return;
      case "member":
        if (typeof node.key !== "string" || hasOptional(node)) break;
        this.#member(node.key, this.evaluate(node.object), node.span[0], placeOfKey(node));
        return;
      case "call":
        if (printLoop(node, this)) return;
        if (this.printer.isHelper(node)) {
          this.line(`h=${this.printer.part(node, "emit")}(${this.scope.frame},r,h);`);
          return;
        }
        break;
      default:
    }
    const value = this.scope.temp();
    const run = this.evaluate(node);
    this.compute(`${value}=${run};`);
    this.append(`(typeof ${value}==="string"?$writeText(${value}):(r.at=${node.span[0]},$writeChild(r,${value})))`);
  }

  /** `object.key`, what most holes are. */
  #member(key: string, object: string, start: number, place: number): void {
    const target = this.scope.temp();
    const value = this.scope.temp();
    this.compute(`${target}=${object};${value}=${target} instanceof R?${target}[${toLiteral(key)}]:undefined;`);
    const slow = `$writeMember(r,${target},${toLiteral(key)},${start},${place})`;
    this.append(`(typeof ${value}==="string"?$writeText(${value}):typeof ${value}==="number"?${value}:${slow})`);
  }
}

/** Prints one block, and counts its elements and holes. */
class BlockWriter {
  readonly #html: HtmlBody;
  nodes = 0;
  #holes = 0;

  constructor(html: HtmlBody) {
    this.#html = html;
  }

  element(node: ElementNode): void {
    const { printer } = this.#html;
    const { svg } = printer;
    const tag = judgeElement(node.tag, svg);
    this.nodes++;
    if (tag === undefined) return;
    this.#key(node.key);
    printer.svg = svg || elements.get(tag)?.svg === true;
    this.#html.add(`<${tag}`);
    for (const plan of planAttributes(node, tag)) {
      if (plan.kind === "static") this.#html.add(writeAttribute(plan.name, plan.value));
      else {
        if (plan.kind === "unwritten") this.#evaluate(plan.node.value);
        else printAttribute(plan, tag, this.#html);
        this.#hole();
      }
    }
    this.#html.add(">");
    if (elements.get(tag)?.void !== true) {
      const [first] = node.children;
      if (tag === "pre" && first?.kind === "constant" && String(first.value).startsWith("\n")) this.#html.add("\n");
      for (const child of node.children) this.#child(child);
      this.#html.add(`</${tag}>`);
    }
    printer.svg = svg;
  }

  content(node: FragmentNode): void {
    this.#key(node.key);
    for (const child of node.children) this.#child(child);
  }

  #key(key: Expression | null): void {
    if (key === null || !isEvaluated(key)) return;
    this.#evaluate(key);
    this.#hole();
  }

  /** Evaluates what is written nowhere. A variable that is alive does nothing. */
  #evaluate(node: Expression): void {
    const { printer } = this.#html;
    if (node.kind !== "local" || printer.place(node).binding.checked) this.#html.compute(`${this.#html.evaluate(node)};`);
  }

  #hole(): void {
    if (++this.#holes % holesOfCheck === 0) this.#html.line("$checkLength(r,h);");
  }

  #child(node: Expression | Spread): void {
    switch (node.kind) {
      case "constant":
        if (typeof node.value === "string" || typeof node.value === "number") this.#html.add(writeText(String(node.value)));
        return;
      case "element":
        if (isOpen(node)) break;
        this.element(node);
        return;
      case "fragment":
        this.content(node);
        return;
      case "platform": {
        const content = toLeafContent(node);
        if (content === undefined) break;
        this.content(content);
        return;
      }
      case "call": {
        const label = toDerivedLabel(node);
        if (label?.fixed !== true) break;
        const written = toLiteral(writeText(label.text));
        this.#html.append(`($plainLabels?${written}:${this.#html.printer.part(node, "emit")}(${this.#html.scope.frame},r,""))`);
        return;
      }
      default:
    }
    this.#html.child(node.kind === "spread" ? node.value : node);
    this.#hole();
  }
}
