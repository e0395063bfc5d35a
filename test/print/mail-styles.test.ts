import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formatMailStyles, readMailSheets } from "../../scripts/mail-theme.ts";
import { messageElements, messageProperties } from "../../src/render/print/email/message.ts";
import { themeTokens } from "../../src/render/print/style/theme-rules.ts";

it("the rules that messages are dressed by are those of the style sheet: `npm run mail-styles` writes them", () => {
  const text = readFileSync("src/render/print/style/theme-rules.ts", "utf8");
  expect(text).toBe(formatMailStyles(readMailSheets()));
});

it("both themes have the same tokens, and literal colours", () => {
  const { light, dark } = themeTokens;
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
  for (const value of [...Object.values(light), ...Object.values(dark)]) expect(value).not.toContain("var(");
});

it("the table of messages holds nothing that acts, loads or places", () => {
  const names = [...messageElements.keys(), ...[...messageElements.values()].flatMap((attributes) => [...attributes])];
  expect(
    names.filter((name) => /^(on.*|script|iframe|form|input|button|svg|object|embed|link|meta|class|id|name|srcset|action)$/.test(name)),
  ).toEqual([]);
  expect([...messageElements.keys()]).not.toContain("style");
  const placing =
    /^(position|top|float|flex|grid|gap|behavior|filter|transform|animation|content|cursor|opacity|background|background-image)$/;
  expect([...messageProperties].filter((name) => placing.test(name))).toEqual([]);
});
