import type { Style } from "../style/style.ts";
import type { Styles } from "./write.ts";

const sides = ["top", "right", "bottom", "left"] as const;

/** Spaces on four sides as one declaration; none where there is no space. */
export function toSpace(property: "margin" | "padding", { own }: Style): Styles {
  const [top, right, bottom, left] = sides.map((side) => own.get(`${property}-${side}`) ?? "0");
  if ([top, right, bottom, left].every((value) => value === "0" || value === "auto")) return [];
  const value =
    right !== left
      ? `${top} ${right} ${bottom} ${left}`
      : top !== bottom
        ? `${top} ${right} ${bottom}`
        : top !== right
          ? `${top} ${right}`
          : `${top}`;
  return [[property, value]];
}

/** Lines around an element: one declaration where all are alike. */
export function toBorder({ own }: Style): Styles {
  const lines = sides.map((side) => {
    const style = own.get(`border-${side}-style`) ?? "none";
    const width = own.get(`border-${side}-width`) ?? "3px";
    const colour = own.get(`border-${side}-color`) ?? "#dce0e9";
    return style === "none" || style === "hidden" || width === "0" ? "" : `${width} ${style} ${colour}`;
  });
  const [first = ""] = lines;
  if (lines.every((line) => line === first)) return first === "" ? [] : [["border", first]];
  return lines.flatMap((line, i) => (line === "" ? [] : [[`border-${sides[i]}`, line] as const]));
}

/** The ground that an element paints, and its corners where they are seen. */
export function toGround(style: Style): Styles {
  const ground = style.own.get("background-color");
  const painted: Styles = ground === undefined || ground === "transparent" ? [] : [["background-color", ground]];
  return painted.length > 0 || toBorder(style).length > 0 ? [...painted, ...toCorners(style)] : painted;
}

export function toCorners({ own }: Style): Styles {
  const radius = own.get("border-radius");
  return radius === undefined || radius === "0" ? [] : [["border-radius", radius]];
}

/** Tells whether an element needs a table to be the box that it is: Outlook gives room to cells alone. */
export function isBox(style: Style): boolean {
  return (
    toSpace("padding", style).length > 0 || toBorder(style).length > 0 || toGround(style).some(([name]) => name === "background-color")
  );
}

/** Everything that makes a cell of a box. */
export function toBox(style: Style): Styles {
  return [...toSpace("padding", style), ...toGround(style), ...toBorder(style)];
}

/** A length as the attribute `width`, which Outlook goes by. */
export function toWidth(value: string | undefined): string | undefined {
  return value === undefined || value === "0" ? undefined : value.replace(/px$/, "").replace(/^(\d+)\.\d+$/, "$1");
}

/** How wide a block is: as wide as it says, as long as there is room. */
export function toBlockWidth({ own }: Style): Styles {
  const width = own.get("width");
  const most = own.get("max-width");
  const limit = [width, most]
    .filter((value) => value?.endsWith("px") === true)
    .sort((a, b) => Number.parseFloat(a ?? "") - Number.parseFloat(b ?? ""))[0];
  const share = width?.endsWith("%") === true && width !== "0%" ? width : "100%";
  return [["width", share], ...(limit === undefined ? [] : ([["max-width", limit]] as const))];
}
