import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCardProperty, judgeDeclaration, judgeStyle } from "../../src/policy/styles.ts";

const env = { idPrefix: "kv" };

const declarations: ReadonlyArray<readonly [name: string, value: unknown, expected: string | undefined]> = [
  // React's forms.
  ["color", "red", "color:red"],
  ["paddingTop", 1, "padding-top:1px"],
  ["padding-top", 1, "padding-top:1px"],
  ["padding", 0, "padding:0"],
  ["margin", -0, "margin:0"],
  ["margin", 1.5, "margin:1.5px"],
  ["lineHeight", 1.5, "line-height:1.5"],
  ["line-height", 2, "line-height:2px"],
  ["zIndex", 2147483647, "z-index:2147483647"],
  ["flexGrow", 1, "flex-grow:1"],
  ["opacity", 0.5, "opacity:0.5"],
  ["WebkitLineClamp", 2, "-webkit-line-clamp:2"],
  ["-webkit-line-clamp", 2, "-webkit-line-clamp:2px"],
  ["WebkitBoxOrient", "vertical", "-webkit-box-orient:vertical"],
  ["MozUserSelect", "none", "-moz-user-select:none"],
  ["msTransform", "none", "-ms-transform:none"],
  ["COLOR", "red", "color:red"],
  ["--brand", "#fff", "--brand:#fff"],
  ["--n", 3, "--n:3"],
  ["color", "  red ", "color:red"],
  ["color", null, ""],
  ["color", undefined, ""],
  ["color", true, ""],
  ["color", false, ""],
  ["color", "", ""],
  ["color", "  ", ""],
  // The host decides which of two themes it is.
  ["colorScheme", "light dark", ""],
  ["color-scheme", "only dark", "color-scheme:only dark"],
  // What authors write.
  ["margin", "0 auto !important", "margin:0 auto !important"],
  ["fontFamily", "'Segoe UI', \"Arial\", sans-serif", "font-family:'Segoe UI', \"Arial\", sans-serif"],
  ["font", "italic bold 12px/1.5 Georgia, serif", "font:italic bold 12px/1.5 Georgia, serif"],
  ["width", "calc(100% - (1px + 2px) * 3)", "width:calc(100% - (1px + 2px) * 3)"],
  ["color", "var(--font-primary-color, #1f242d)", "color:var(--font-primary-color, #1f242d)"],
  ["color", "rgba(0,0,0,.5)", "color:rgba(0,0,0,.5)"],
  ["background", "linear-gradient(90deg, #fff 0%, rgb(0 0 0 / 50%))", "background:linear-gradient(90deg, #fff 0%, rgb(0 0 0 / 50%))"],
  [
    "gridTemplateColumns",
    "[a] repeat(auto-fill, minmax(100px, 1fr)) [b]",
    "grid-template-columns:[a] repeat(auto-fill, minmax(100px, 1fr)) [b]",
  ],
  ["gridTemplateAreas", '"a b"\n "c d"', 'grid-template-areas:"a b"\n "c d"'],
  ["gridArea", "1 / 2", "grid-area:1 / 2"],
  ["transform", "translate(-50%, -50%) rotate(45deg)", "transform:translate(-50%, -50%) rotate(45deg)"],
  ["transition", "all .2s cubic-bezier(.4,0,.2,1)", "transition:all .2s cubic-bezier(.4,0,.2,1)"],
  ["filter", "drop-shadow(0 1px 2px #0003)", "filter:drop-shadow(0 1px 2px #0003)"],
  ["enableBackground", "new 0 0 512 512", "enable-background:new 0 0 512 512"],
  ["strokeWidth", 2, "stroke-width:2"],
  ["clipPath", "polygon(0 0, 100% 0)", "clip-path:polygon(0 0, 100% 0)"],
  ["position", "absolute", "position:absolute"],
  ["position", "STICKY", "position:STICKY"],
  ["position", "absolute !important", "position:absolute !important"],
  // Attacks.
  ["background", "url(//evil.example)", undefined],
  ["background", "URL(//evil.example)", undefined],
  ["background", "u\\72l(//evil.example)", undefined],
  ["background", "u/**/rl(//evil.example)", undefined],
  ["background", "url (//evil.example):x", undefined],
  ["background", "image-set('https://evil.example/x' 1x)", undefined],
  ["background", "-webkit-image-set('https://evil.example/x' 1x)", undefined],
  ["background", "image('https://evil.example/x')", undefined],
  ["background", "src('https://evil.example/x')", undefined],
  ["background", "cross-fade(url(x), red)", undefined],
  ["background", "element(#x)", undefined],
  ["background", "paint(x)", undefined],
  ["background", "linear-gradient(red, url(x))", undefined],
  ["fill", "url(#x)", undefined],
  ["cursor", "url(x), auto", undefined],
  ["width", "expression(alert(1))", undefined],
  ["width", "e\\xpression(alert(1))", undefined],
  ["color", "red;background:url(//evil.example)", undefined],
  ["color", "red}*{color:blue", undefined],
  ["color", "red</style>", undefined],
  ["content", "'</style>'", undefined],
  ["content", "'a", undefined],
  ["content", "'a\nb'", undefined],
  ["content", '"\\201C"', undefined],
  ["fontFamily", "'a;b'", undefined],
  ["color", "red/* x */", undefined],
  ["color", "rgb(1", undefined],
  ["color", "rgb(1]", undefined],
  ["color", "1)", undefined],
  ["color", "@import", undefined],
  ["color", "red\0", "color:red\uFFFD"],
  ["color", "red\u0001", undefined],
  ["color", "red !ie", undefined],
  ["color", "red ! important x", undefined],
  ["filter", "progid:DXImageTransform.Microsoft.AlphaImageLoader(src='x')", undefined],
  ["position", "fixed", undefined],
  ["position", "FIXED !important", undefined],
  ["position", "var(--x)", undefined],
  ["position", "inherit", undefined],
  ["position", "-webkit-fixed", undefined],
  ["-webkit-position", "fixed", undefined],
  ["behavior", "none", undefined],
  ["-moz-binding", "none", undefined],
  ["MozBinding", "none", undefined],
  ["--x", "url(//evil.example)", undefined],
  ["--x", "{a:b}", undefined],
  ["--x;color", "red", undefined],
  ["--é", "red", undefined],
  ["color:red;x", "red", undefined],
  ["co\\6cor", "red", undefined],
  ["viewTransitionName", "x", undefined],
  ["src", "x", undefined],
  ["__proto__", "x", undefined],
  ["constructor", "x", undefined],
  ["color", ["red"], undefined],
  ["color", {}, undefined],
  ["color", () => "red", undefined],
  ["width", Number.NaN, undefined],
  ["position", 0, undefined],
  ["all", 1, undefined],
  ["animation", 1, undefined],
  ["color", "", ""],
  ["nothing", "", ""],
  ["nothing", null, ""],
  ["width", Number.POSITIVE_INFINITY, undefined],
];

describe("declarations", () => {
  it.each(declarations)("%s: %j is %j", (name, value, expected) => {
    expect(judgeDeclaration(name, value)).toBe(expected);
    if (expected !== undefined) expect(judgeStyle([[name, value]], env)).toEqual({ css: expected, refused: [] });
    else expect(judgeStyle([[name, value]], env)).toMatchObject({ css: "", refused: [{ name }] });
  });

  it("leaves what depends on the card to the render", () => {
    for (const name of ["animation", "animationName", "animation-name", "WebkitAnimation"]) {
      expect(isCardProperty(name)).toBe(true);
      expect(judgeDeclaration(name, "spin 1s")).toBeUndefined();
    }
    expect(isCardProperty("animationDuration")).toBe(false);
    expect(isCardProperty("nothing")).toBe(false);
  });

  it.each([
    ["animation", "spin 1s linear infinite", "animation:kf-kv-spin 1s linear infinite"],
    ["animation", "1s ease-in-out .2s 3 alternate both pulse", "animation:1s ease-in-out .2s 3 alternate both kf-kv-pulse"],
    [
      "animation",
      "a 1s, b-c 2s cubic-bezier(.1, calc(.2 + .1), 1, 1) !important",
      "animation:kf-kv-a 1s, kf-kv-b-c 2s cubic-bezier(.1, calc(.2 + .1), 1, 1) !important",
    ],
    ["animationName", "none", "animation-name:none"],
    ["animationName", 'Spin, "my spin"', 'animation-name:kf-kv-Spin, "kf-kv-my spin"'],
    ["WebkitAnimation", "spin 1s steps(4, end)", "-webkit-animation:kf-kv-spin 1s steps(4, end)"],
    ["animation", "var(--anim) 1s", "animation:var(--anim) 1s"],
  ])("%s: %j is %j", (name, value, expected) => {
    expect(judgeStyle([[name, value]], env).css).toBe(expected);
  });
});

describe("styles", () => {
  it("joins what is allowed, names what is not", () => {
    const entries: ReadonlyArray<readonly [string, unknown]> = [
      ["color", "red"],
      ["background", "url(x)"],
      ["margin", null],
      ["padding", 1],
      ["nothing", 1],
    ];
    const judged = judgeStyle(entries, env);
    expect(judged.css).toBe("color:red;padding:1px");
    expect(judged.refused.map(({ name }) => name)).toEqual(["background", "nothing"]);
    expect(judgeStyle(new Map(entries), env)).toEqual(judged);
  });

  it.each([
    ["color", "url(x)", "only functions that load nothing are allowed"],
    ["z".repeat(70), "1", "not a property that cards may set"],
    ["width", {}, "only text and numbers can be a style's value"],
    ["width", Number.NaN, "not a finite number"],
    ["position", "fixed", "not among the values that cards may use"],
    ["position", 1, "not among the values that cards may use"],
    ["animationName", 1, "not among the values that cards may use"],
  ])("say why %s: %j is left out", (name, value, reason) => {
    expect(judgeStyle([[name, value]], env)).toEqual({ css: "", refused: [{ name: name.slice(0, 60), reason }] });
  });

  it.each([
    ["red!important", "color:red!important"],
    ["red ! \n IMPORTANT", "color:red ! \n IMPORTANT"],
    ["important", "color:important"],
    ["red ! important !important", ""],
    ["red !importantx", ""],
  ])("mark what is important: %j", (value, css) => {
    expect(judgeStyle([["color", value]], env).css).toBe(css);
  });

  it.each([
    ["color: red; padding: 1px;", "color:red;padding:1px", []],
    [" ; ;color:red", "color:red", []],
    ["color:red;background:url(data:image/png;base64,AA);margin:0", "color:red;margin:0", ["background"]],
    ["font-family:'a;b';color:red", "color:red", ["font-family"]],
    ["color:red;nothing", "color:red", ["nothing"]],
    ["margin:0 auto!important", "margin:0 auto!important", []],
    ["--x:1px;width:var(--x)", "--x:1px;width:var(--x)", []],
    ["width:calc(1px;color:red", "", ["width"]],
    ["content:'a;color:red", "", ["content"]],
    ["color:red}body{color:blue", "", ["color"]],
    ["animation:spin 1s", "animation:kf-kv-spin 1s", []],
    ["", "", []],
  ])("%j is %j without %j", (text, css, names) => {
    const judged = judgeStyle(text, env);
    expect(judged.css).toBe(css);
    expect(judged.refused.map(({ name }) => name)).toEqual(names);
  });

  it("holds declarations of the allowlist only, whatever it is given", () => {
    const piece = fc.constantFrom(
      ..."url( URL( \\72 /**/ ; : { } ( ) [ ] ' \" \\ < </style> expression( position fixed red color background @import ! important , # 1px var( --x calc( image-set( \n \0 é".split(
        " ",
      ),
      " ",
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.constantFrom("color", "background", "position", "--x", "animation", "content", "width"), text, (name, value) => {
        for (const { css } of [judgeStyle([[name, value]], env), judgeStyle(`${name}:${value}`, env)]) {
          expect(css).not.toMatch(/[{}<\\\0]/);
          const bare = css.replace(/"[^"]*"|'[^']*'/g, "");
          expect(bare).not.toMatch(/["'@]|\/\*|url\(|expression\(|image-set\(|position:[^;]*fixed/i);
          expect(judgeStyle(css.replaceAll("kf-kv-", ""), env).css).toBe(css);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
