import { describe, expect, it } from "vitest";
import * as classic from "zod";
import * as z from "zod/mini";
import { createRegistry, defineComponent } from "../../src/components.ts";
import { compile } from "../../src/index.ts";

describe("rules of props", () => {
  it("are derived from schemas of both flavours, as plain data", () => {
    const { propRules } = defineComponent({
      name: "Badge",
      props: classic
        .object({
          text: classic.string().min(2),
          count: classic.number().optional(),
          size: classic.enum(["s", "m"]).default("s"),
          on: classic.boolean().nullable().optional(),
          any: classic.unknown().optional(),
          either: classic.union([classic.number(), classic.literal("auto")]).optional(),
          list: classic.array(classic.string()).optional(),
          made: classic.string().transform(Number).optional(),
          coerced: classic.coerce.number().optional(),
        })
        .loose(),
      template: "<b>{text}</b>",
    });
    expect(JSON.parse(JSON.stringify([...propRules]))).toEqual([
      ["text", { required: true, kinds: ["text"] }],
      ["count", { required: false, kinds: ["number"] }],
      ["size", { required: false, kinds: [], values: ["s", "m"] }],
      ["on", { required: false, kinds: ["boolean"] }],
      ["any", { required: false }],
      ["either", { required: false, kinds: ["number"], values: ["auto"] }],
      ["list", { required: false, kinds: ["list"] }],
      ["made", { required: false }],
      ["coerced", { required: false }],
    ]);
  });

  const badge = defineComponent({
    name: "Badge",
    props: z.looseObject({
      text: z.string(),
      width: z.optional(z.union([z.number(), z.literal("auto"), z.literal("full")])),
      children: z.unknown(),
    }),
    template: "<b>{text}{children}</b>",
  });
  const registry = createRegistry([badge]);
  const report = (source: string) =>
    compile(source, { registry }).diagnostics.map(({ code, message, suggest }) => [code, message, ...(suggest ? [suggest] : [])]);

  it.each([
    ['<Badge text="a" width={5}>x</Badge>', []],
    ["<Badge text={null} width={undefined}>x</Badge>", []],
    ["<Badge text={customer.name} width={customer.width}>{customer.name}</Badge>", []],
    [
      '<Badge {...customer} width="fulll"/>',
      [["jsx/prop-value", "`width` of `<Badge>` is a number or one of `auto`, `full`, not `fulll`", "full"]],
    ],
    ["<Badge text={5}>x</Badge>", [["jsx/prop-value", "`text` of `<Badge>` is text, not the number 5"]]],
    ["<Badge text>x</Badge>", [["jsx/prop-value", "`text` of `<Badge>` is text, not {true}"]]],
    ['<Badge text="a"/>', [["jsx/missing-prop", "`<Badge>` needs the prop `children`"]]],
    ["<Badge>x</Badge>", [["jsx/missing-prop", "`<Badge>` needs the prop `text`"]]],
    ["<Badge {...customer}/>", []],
    ['<Badge txt="a" text="b">x</Badge>', [["jsx/unknown-prop", "`<Badge>` has no prop `txt`", "text"]]],
    // A component of the template's own is no business of the registry's.
    ["const Badge = ({ text }) => <i>{text}</i>; <Badge text={5}/>", []],
  ])("%s", (source, expected) => {
    expect(report(source)).toEqual(expected);
  });
});
