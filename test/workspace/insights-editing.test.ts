// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { createTestHost } from "../../src/testing.ts";
import { ada, start } from "./insights-stage.ts";

const klasses = [
  { name: "customer", metadata: { standard: true, properties: { tierStr: { displayName: "Tier" } } } },
  { name: "acme-order", metadata: { properties: { noteStr: { displayName: "Note" } } } },
];

const settle = async (host: ReturnType<typeof createTestHost>) => {
  await host.settle();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await host.settle();
};

it("the panel's own details are edited as any rows are: by the record that they are of", async () => {
  const host = createTestHost({ updates: [{ field: /./ }] });
  const subject = {
    resource: "kobject.acme-order",
    records: {
      kobject: { id: "o1", title: "Order 7", custom: { noteStr: "ring" } },
      customer: { id: "c1", name: "Ada", custom: { tierStr: "gold", cardStr: { isMasked: true, maskedPresentation: "••17" } } },
    },
  };
  const { place } = start([], subject, { host, klasses });
  await settle(host);
  const edit = async (label: string, text: string) => {
    place.querySelector<HTMLElement>(`[aria-label="Edit ${label}"]`)?.click();
    await settle(host);
    const field = place.querySelector(".kv-editor-input") as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await settle(host);
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    await settle(host);
  };
  await edit("Note", "ring twice");
  await edit("Tier", "platinum");
  expect(host.calls).toMatchObject([
    { service: "updateAttribute", resource: "kobject.acme-order", id: "o1", field: "noteStr", value: "ring twice" },
    { service: "updateAttribute", resource: "customer", id: "c1", field: "tierStr", value: "platinum" },
  ]);
  const texts = [...place.querySelectorAll(".kv-row-value")].map((one) => one.textContent?.trim());
  expect(texts).toEqual(["ring twice", "", "", "platinum", "••17"]);
});

it("nothing can be edited where the host takes no changes", () => {
  const { place } = start([], ada({ custom: { tierStr: "gold" } }), { klasses });
  expect(place.querySelectorAll("[aria-label^=Edit]")).toHaveLength(0);
});
