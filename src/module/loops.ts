import { describe } from "../engine/calls.ts";
import { placeOfKey } from "../engine/place-of-key.ts";
import type { Call, Expression } from "../ir/nodes.ts";
import { type MapLoop, toMapLoop } from "../render/html-emit.ts";
import type { HtmlBody } from "./html.ts";
import { Scope } from "./scope.ts";
import { toLiteral } from "./text.ts";

/** Prints `list.map(item => <li>…</li>)` in child position as a loop that writes; `false` for any other call. */
export function printLoop(node: Call, html: HtmlBody): boolean {
  const loop = toMapLoop(node);
  if (loop === undefined) return false;
  const { callee, fn } = loop;
  const { printer, scope } = html;
  const list = scope.temp();
  const object = html.evaluate(callee.object);
  const fallback = `${printer.part(fn, "expression")}(${scope.frame},r),${toLiteral(describe(callee))}`;
  const slow = `$writeMapped(r,${list},${placeOfKey(callee)},${node.span[0]},${fallback})`;
  const turn = printBareTurn(loop, list, html) ?? printTurn(loop, list, html);
  const cost = 1 + printer.costs.of(fn);
  html.line(
    `${list}=${object};if(Array.isArray(${list})&&!($arrayExtras in ${list})){const n=${list}.length;` +
      `for(let i=0;i<n&&i<${list}.length;i++){$charge(r,${cost});${turn}$checkLength(r,h);}}else h+=${slow};`,
  );
  return true;
}

/** Prints what a turn does with its item, and with a frame that closures of the turn keep. */
function printTurn({ fn: { body }, params, value }: MapLoop, list: string, html: HtmlBody): string {
  const { printer, scope } = html;
  const frame = `f${list}`;
  return printer.within(body, () => {
    const inner = new Scope(frame, printer.names);
    const text = printContent(value, html.within(inner));
    const slots = params.map((param) => printer.place(param).binding.slot);
    const values = Array.from({ length: Math.max(printer.sizeOf(body), 1) }, (_, slot) => {
      if (slot === 0) return scope.frame;
      return slot === slots[0] ? `${list}[i]` : slot === slots[1] ? "i" : "undefined";
    });
    return `const ${frame}=[${values.join(",")}];${inner.declare()}${text}`;
  });
}

/** The same without a frame, where nothing keeps it. */
function printBareTurn({ fn: { body }, params, value }: MapLoop, list: string, html: HtmlBody): string | undefined {
  const { printer, scope } = html;
  return printer.withoutFrame(body, () => {
    const inner = new Scope(scope.frame, printer.names);
    const text = printContent(value, html.within(inner));
    const given = new Map(params.map((param, index) => [printer.slot(param, inner), index === 0 ? `${list}[i]` : "i"]));
    const variables = printer.variables(body).map(([name]) => (given.has(name) ? `${name}=${given.get(name)}` : name));
    return `${variables.length === 0 ? "" : `let ${variables.join(",")};`}${inner.declare()}${text}`;
  });
}

function printContent(value: Expression, html: HtmlBody): string {
  html.child(value);
  return html.finish();
}
