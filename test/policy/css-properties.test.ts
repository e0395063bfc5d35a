import { describe, expect, it } from "vitest";
import { findCssProperty } from "../../src/policy/css-properties.ts";
import { isRootProperty } from "../../src/policy/css-root.ts";

const long = `--${"a".repeat(100)}`;

describe("properties", () => {
  it.each([
    ["color", "color"],
    ["COLOR", "color"],
    [" Color\t", "color"],
    ["padding-top", "padding-top"],
    ["paddingTop", "padding-top"],
    ["borderTopLeftRadius", "border-top-left-radius"],
    // With the prefix of a browser.
    ["WebkitLineClamp", "-webkit-line-clamp"],
    ["-webkit-line-clamp", "-webkit-line-clamp"],
    ["-WEBKIT-Line-Clamp", "-webkit-line-clamp"],
    [" -moz-color ", "-moz-color"],
    ["MozUserSelect", "-moz-user-select"],
    ["OTransform", "-o-transform"],
    ["-o-transform", "-o-transform"],
    ["msFlex", "-ms-flex"],
    ["MsFlex", "-ms-flex"],
    ["-ms-flex", "-ms-flex"],
    // Of the template's own.
    ["--x", "--x"],
    ["--X_y-1", "--X_y-1"],
    [long, long],
  ])("%j is `%s`", (name, written) => {
    expect(findCssProperty(name)?.name).toBe(written);
  });

  it.each([
    "",
    "PaddingTop",
    "padding_top",
    "webkitLineClamp",
    "webkit-color",
    "x-webkit-color",
    "-x-color",
    "-webkit-",
    "-webkit--color",
    "-webkit-nothing",
    "-webkit-color2",
    "-webkit--x",
    "msx-color",
    "--",
    "--\u00e9",
    " --x",
    "--x ",
    "--x;",
    `${long}a`,
    "nothing",
    "constructor",
  ])("%j is none", (name) => {
    expect(findCssProperty(name)).toBeUndefined();
    expect(isRootProperty(name)).toBe(false);
  });

  it("say what their values may be", () => {
    expect(findCssProperty("color")).toEqual({ name: "color", unitless: false, keyframes: false });
    expect(findCssProperty("--x")).toEqual({ name: "--x", unitless: true, keyframes: false });
    expect(findCssProperty("zIndex")).toEqual({ name: "z-index", unitless: true, keyframes: false });
    expect(findCssProperty("WebkitAnimationName")).toEqual({ name: "-webkit-animation-name", unitless: false, keyframes: true });
    expect(findCssProperty("position")?.keywords).toContain("sticky");
    expect(findCssProperty("-webkit-position")?.keywords).not.toContain("fixed");
  });

  it("of the card's root are those that stay within it", () => {
    for (const name of ["color", "COLOR", "paddingTop", "--x", "-webkit-user-select", "MozTextSizeAdjust", "-o-background", "msFont"])
      expect(isRootProperty(name), name).toBe(true);
    for (const name of ["width", "position", "-webkit-position", "margin", "counter-reset", "animation", "box-shadow", "all", "x--color"])
      expect(isRootProperty(name), name).toBe(false);
  });
});
