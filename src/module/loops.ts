import { describe } from "../engine/calls.ts";
import { placeOfKey } from "../engine/place-of-key.ts";
import type { Call } from "../ir/nodes.ts";
import { toSimpleArrow } from "../render/html-emit.ts";
import { isPlainMember } from "./chains.ts";
import type { HtmlBody } from "./html.ts";
import { Scope } from "./scope.ts";
import { toLiteral } from "./text.ts";

/** Prints `list.map(item => <li>…</li>)` in child position as a loop that writes; `false` for any other call. */
export function printLoop(node: Call, html: HtmlBody): boolean {
  const { callee } = node;
  const [fn] = node.args;
  if (callee.kind !== "member" || callee.key !== "map" || node.args.length !== 1 || fn?.kind !== "function") return false;
  const simple = toSimpleArrow(fn);
  if (simple === undefined || !isPlainMember(node) || callee.object.kind === "chain") return false;
  const { printer, scope } = html;
  const list = scope.temp();
  const object = html.evaluate(callee.object);
  const frame = `f${list}`;
  const fallback = `${printer.part(fn, "expression")}(${scope.frame},r),${toLiteral(describe(callee))}`;
  const slow = `$mapSlowly(r,${list},${placeOfKey(callee)},${node.span[0]},${fallback})`;
  const turn = printer.within(fn.body, () => {
    const inner = new Scope(frame, printer.names);
    const body = html.within(inner);
    body.child(simple.value);
    const slots = simple.params.map((param) => printer.place(param).binding.slot);
    const values = Array.from({ length: Math.max(printer.sizeOf(fn.body), 1) }, (_, slot) => {
      if (slot === 0) return scope.frame;
      return slot === slots[0] ? `${list}[i]` : slot === slots[1] ? "i" : "undefined";
    });
    const text = body.finish();
    return `const ${frame}=[${values.join(",")}];${inner.declare()}${text}`;
  });
  const cost = 1 + printer.costs.of(fn);
  html.line(
    `${list}=${object};if(Array.isArray(${list})&&!($arrayExtras in ${list})){const n=${list}.length;` +
      `for(let i=0;i<n&&i<${list}.length;i++){$charge(r,${cost});${turn}$checkLength(r,h);}}else h+=${slow};`,
  );
  return true;
}
