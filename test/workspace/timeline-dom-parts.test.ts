// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../src/workspace/timeline/dom/arrange.ts";
import { blockOf, ItemLayout } from "../../src/workspace/timeline/dom/item-layout.ts";
import { compareItems, type ListedItem } from "../../src/workspace/timeline/dom/listed-item.ts";
import { SortedItems } from "../../src/workspace/timeline/dom/sorted-items.ts";

const toListed = (at: number, order: number) => ({ entry: { at }, order }) as ListedItem;

describe("sorted items", () => {
  it("are what sorting all of them anew gives, and are found where they are", () => {
    const instants = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 10 }), (batches, removed) => {
        const sorted = new SortedItems();
        let all: ListedItem[] = [];
        let order = 0;
        for (const batch of batches) {
          const added = batch.map((at) => toListed(at, order++)).sort(compareItems);
          sorted.add(added);
          all = [...all, ...added].sort(compareItems);
        }
        for (const index of removed) {
          const item = all[index];
          if (item === undefined) continue;
          expect(sorted.delete(item)).toBe(true);
          expect(sorted.delete(item)).toBe(false);
          all.splice(index, 1);
        }
        expect(sorted.all).toEqual(all);
        expect(all.map((item) => sorted.indexOf(item))).toEqual(all.map((_, index) => index));
        expect(sorted.indexOf(toListed(3, -1))).toBe(-1);
      }),
    );
  });
});

describe("a layout of items", () => {
  it("adds up, whatever changes", () => {
    const heights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 200 });
    const changes = fc.array(fc.tuple(fc.nat({ max: 199 }), fc.integer({ min: 1, max: 500 })), { maxLength: 20 });
    fc.assert(
      fc.property(heights, changes, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, resized, part) => {
        const all = [...given];
        const layout = new ItemLayout(all.length, (index) => all[index] as number);
        for (const [index, height] of resized) {
          if (index >= all.length) continue;
          expect(layout.resize(index, height)).toBe(height - (all[index] as number));
          all[index] = height;
        }
        const sum = (to: number) => all.slice(0, to).reduce((total, height) => total + height, 0);
        const startOf = (index: number) => {
          let start = layout.startInBlock(index);
          for (let block = 0; block < blockOf(index); block++) start += layout.heightOfBlock(block);
          return start;
        };
        expect(all.map((_, index) => startOf(index))).toEqual(all.map((_, index) => sum(index)));
        const offset = Math.floor(sum(all.length) * part);
        const index = all.findIndex((_, at) => sum(at + 1) > offset);
        const block = blockOf(index);
        expect(layout.indexInBlock(block, offset - (startOf(index) - layout.startInBlock(index)))).toBe(index);
      }),
    );
  });
});

describe("arranging", () => {
  const isRow = (node: Node) => (node as Element).localName === "article";

  it("gives the order that is asked for, and leaves rows where they are whose order among the rows is as before", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "H", "I", "J"), { maxLength: 9 });
    fc.assert(
      fc.property(names, names, (before, after) => {
        const nodes = new Map<string, HTMLElement>(
          [...before, ...after].map((name) => [name, document.createElement(name < "Z" ? "div" : "article")]),
        );
        const toNodes = (list: readonly string[]) => list.map((name) => nodes.get(name) as HTMLElement);
        const parent = document.createElement("section");
        parent.append(...toNodes(before));
        const moved = new Set<Node>();
        const { insertBefore, removeChild } = parent;
        parent.insertBefore = <N extends Node>(node: N, place: Node | null) => {
          moved.add(node);
          return insertBefore.call(parent, node, place) as N;
        };
        parent.removeChild = <N extends Node>(node: N) => {
          moved.add(node);
          return removeChild.call(parent, node) as N;
        };
        arrange(parent, toNodes(after), isRow);
        expect([...parent.childNodes]).toEqual(toNodes(after));
        const rows = (list: readonly string[], other: readonly string[]) => list.filter((name) => name > "Z" && other.includes(name));
        const staying = rows(after, before);
        if (staying.join() === rows(before, after).join()) expect(toNodes(staying).filter((node) => moved.has(node))).toEqual([]);
      }),
    );
  });

  it("moves a row that has gone down, not those that it has passed", () => {
    const parent = document.createElement("section");
    const [a, b, c] = ["a", "b", "c"].map(() => parent.appendChild(document.createElement("article"))) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    b.tabIndex = 0;
    document.body.append(parent);
    b.focus();
    arrange(parent, [b, c, a], isRow);
    expect([...parent.children]).toEqual([b, c, a]);
    expect(document.activeElement).toBe(b);
    parent.remove();
  });
});
