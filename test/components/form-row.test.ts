// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createContext, createKlasses } from "../../src/context.ts";
import { hydrate } from "../../src/dom.ts";
import { renderToString } from "../../src/html.ts";
import { compileCard } from "../support/card.ts";
import { settleCard, showCard } from "../support/live-card.ts";
import { unmountAfterEach } from "../support/unmount-after-each.ts";

const ends = unmountAfterEach();

type Control = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;

async function showForm(...args: Parameters<typeof showCard>) {
  const [source, data, given] = args;
  const shown = ends(await showCard(source, data, { resource: "kobject.order", ...given }));
  const controls = () =>
    shown.all<Control>(".kv-form-live input, .kv-form-live textarea, .kv-form-live select, .kv-form-live > .kv-form-picker > button");
  const control = (index = 0) => controls()[index] as Control;
  const type = async (text: string, index = 0) => {
    const element = control(index);
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    await settleCard();
  };
  const leave = async (index = 0) => {
    control(index).dispatchEvent(new FocusEvent("blur"));
    await settleCard();
  };
  const message = () => shown.all("[role=alert]").map((element) => element.textContent);
  const fields = () => shown.host.form?.fields ?? [];
  return { ...shown, controls, control, type, leave, message, fields };
}

const row = (field: string, more = "") => `<CreateFormRow field="${field}" object="kobject.order" ${more}/>`;

describe("a row of a create form", () => {
  it("is read-only in a string, and in the page until it acts; a page is taken over as it is", async () => {
    const { template } = compileCard(`<div>${row("nameStr", 'value="Ada" required')}${row("noteTxt", 'value={"a\\nb"}')}</div>`);
    const bag = createContext({ resource: "kobject.order" });
    const html = renderToString(template, bag);
    expect(html).toBe(
      '<div><div class="kv-form-row"><label class="kv-form-field"><span class="kv-form-label">Name<span class="kv-required" aria-hidden="true">*' +
        '</span></span><input class="kv-input" type="text" readonly="" value="Ada"></label></div><div class="kv-form-row"><label class="kv-form-field">' +
        '<span class="kv-form-label">Note</span><textarea class="kv-input" rows="4" readonly="">a\nb</textarea></label></div></div>',
    );
    const root = document.body.appendChild(document.createElement("div"));
    root.innerHTML = html;
    const reports: string[] = [];
    const card = hydrate(template, bag, root, { onDiagnostic: ({ code }) => reports.push(code) });
    expect(root.querySelector("input")?.readOnly).toBe(true);
    await settleCard();
    expect([root.querySelector("input")?.readOnly, root.querySelector("textarea")?.value, reports]).toEqual([false, "a\nb", []]);
    card.unmount();
  });

  it("has a label that is bound to its input, and says that it is required", async () => {
    const { control, find } = await showForm(row("nameStr", "label={<b>Whole name</b>} required"));
    const label = find<HTMLLabelElement>("label");
    expect(label.textContent).toBe("Whole name*");
    expect(label.htmlFor).toBe(control().id);
    expect(control().getAttribute("aria-required")).toBe("true");
    expect(control().getAttribute("maxlength")).toBe("1024");
  });

  const zone = { options: { locale: "de-DE", timeZone: "Europe/Stockholm" } };

  it.each([
    ["nameStr", '"Ada"', "input text", "Ada", " Grace ", "Grace"],
    ["noteTxt", '"a"', "textarea", "a", "b\nc", "b\nc"],
    ["totalNum", "129.5", "input text", "129.5", "1,5", 1.5],
    ["soldAt", '"2026-10-02T15:04:05Z"', "input datetime-local", "2026-10-02T17:04", "2026-12-24T18:30", "2026-12-24T17:30:00.000Z"],
    ["dueAt", '"2026-10-02"', "input date", "2026-10-02", "2026-10-03", "2026-10-03"],
    ["giftBool", "true", "select", "true", "false", false],
    ["siteUrl", '"https://a.example"', "input url", "https://a.example", "https://b.example/", "https://b.example/"],
    ["reasonTree", '"returns.damaged"', "input text", "returns.damaged", "returns.late", "returns.late"],
    ["orderId", '"abc"', "input text", "abc", "def", "def"],
    ["rawObj", "{ a: [1] }", "textarea", '{\n  "a": [\n    1\n  ]\n}', '{"b": null}', { b: null }],
    ["tags", '["a", "b"]', "input text", "a, b", "c, , d ", ["c", "d"]],
    ["images", "[]", "textarea", "[]", '["https://a.example/1.png"]', ["https://a.example/1.png"]],
    ["unknown", "7", "input text", "7", "8", "8"],
  ])("%s of %s is a %s with %j; %j is read as %j", async (field, value, shape, begun, typed, read) => {
    const { control, type, fields, logs, message, leave } = await showForm(
      row(
        field,
        `value={${value}} onChange={(e) => console.log(JSON.stringify([e.type, e.target.name, e.target.value, e.target.checked, e.value]))}`,
      ),
      {},
      zone,
    );
    const { localName, type: kind } = control();
    expect([localName, localName === "input" ? control().getAttribute("type") : ""].join(" ").trim(), kind).toBe(shape);
    expect(control().value).toBe(begun);
    await type(typed);
    expect(fields()).toEqual([{ resource: "kobject.order", field, value: read, required: false }]);
    expect(logs()).toEqual([JSON.stringify(["change", field, read, read === true, read])]);
    await leave();
    expect(message()).toEqual([]);
    await type("");
    expect(fields()[0]?.value).toBeNull();
  });

  it.each([
    ["totalNum", "12 apples", "Write a number, such as 12 or 129.5."],
    ["siteUrl", "javascript:alert(1)", "Write a web address that begins with https:// or http://."],
    ["rawObj", "{", 'Write JSON, such as {"size": "M"} or ["a", "b"].'],
    ["rawObj", "7", 'Write JSON, such as {"size": "M"} or ["a", "b"].'],
    ["nameStr", "", "Fill this in."],
    ["nameStr", "  ", "Fill this in."],
    ["giftBool", "", "Fill this in."],
    ["rawObj", "", "Fill this in."],
    ["tags", " , ", "Fill this in."],
  ])("%s, required, with %j says what is wrong, once it is left", async (field, typed, said) => {
    const { type, leave, message, control, fields, find } = await showForm(row(field, "required"));
    await type(typed);
    expect(message()).toEqual([]);
    expect(fields()).toEqual([{ resource: "kobject.order", field, value: null, required: true, problem: said }]);
    await leave();
    expect(message()).toEqual([said]);
    expect(control().getAttribute("aria-invalid")).toBe("true");
    expect(find(`[id="${control().getAttribute("aria-describedby")}"]`).textContent).toBe(said);
    await type({ totalNum: "1", siteUrl: "https://a.example", rawObj: "{}", giftBool: "true" }[field] ?? "x");
    expect(message()).toEqual([]);
    expect([control().hasAttribute("aria-invalid"), control().hasAttribute("aria-describedby")]).toEqual([false, false]);
  });

  it.each([
    ["a masked value", 'value={{ isMasked: true, maskedPresentation: "•••• 17" }}', "•••• 17"],
    ["a mask in a list", 'value={[{ isMasked: true, maskedPresentation: "•••• 17", value: "4417" }]}', "•••• 17"],
    ["markup", "value={<b>x</b>}", ""],
  ])("shows %s, and does not let it be changed", async (_what, value, shown) => {
    const { find, fields, host } = await showForm(row("cardStr", value));
    const input = find<HTMLInputElement>("input");
    expect([input.readOnly, input.value, fields(), host.form]).toEqual([true, shown, [], undefined]);
  });

  it.each(["createdAt", "id"])("shows what the platform sets itself: %s", async (field) => {
    expect((await showForm(row(field))).controls()).toEqual([]);
  });

  it("takes another value that the template gives, and none that it only gives back", async () => {
    const { control, type, update, logs } = await showForm(
      `const Form = ({ begun }) => {
         const [total, setTotal] = React.useState(begun);
         React.useEffect(() => setTotal(begun), [begun]);
         return <CreateFormRow field="totalNum" value={total} onChange={({ value }) => { console.log(value); setTotal(value); }} />;
       };
       <Form begun={kobject.custom.totalNum} />`,
      { kobject: { custom: { totalNum: 4 } } },
    );
    await type("1.");
    expect([control().value, logs()]).toEqual(["1.", ["1"]]);
    await update({ kobject: { custom: { totalNum: 9 } } });
    expect(control().value).toBe("9");
  });

  it("of a day stays one when it is emptied, and is an instant when it is given one", async () => {
    const { control, type, update } = await showForm(
      `const Form = ({ begun }) => {
         const [due, setDue] = React.useState(begun);
         React.useEffect(() => setDue(begun), [begun]);
         return <CreateFormRow field="dueAt" value={due} onChange={({ value }) => setDue(value)} />;
       };
       <Form begun={kobject.custom.dueAt} />`,
      { kobject: { custom: { dueAt: "2026-10-02" } } },
    );
    const before = control();
    await type("");
    expect([control() === before, control().getAttribute("type")]).toEqual([true, "date"]);
    await update({ kobject: { custom: { dueAt: "2026-10-02T15:04:05Z" } } });
    expect([control().getAttribute("type"), control().value]).toEqual(["datetime-local", "2026-10-02T15:04"]);
  });

  it("of a klass has the klass's label and type", async () => {
    const klasses = createKlasses([{ name: "acme-order", metadata: { properties: { totalNum: { displayName: "Total with tax" } } } }]);
    const { find, fields } = await showForm('<CreateFormRow field="totalNum" object="acme-order" value={3}/>', { klasses });
    expect(find("label").textContent).toBe("Total with tax");
    expect(fields()).toEqual([{ resource: "kobject.acme-order", field: "totalNum", value: 3, required: false }]);
  });
});

describe("rows that are picked", () => {
  const host = {
    searches: [
      {
        kind: "user" as const,
        answer: [
          { id: "u1", name: "Kim Berg" },
          { id: "u2", name: "Lee Park" },
        ],
      },
      {
        kind: "tree" as const,
        answer: [
          { id: "returns.damaged", name: "Damaged" },
          { id: "returns.late", name: "Late" },
        ],
      },
    ],
  };

  it("give place to a picker, by press and by key, and take what is picked", async () => {
    const { control, find, all, until, fields, logs } = await showForm(
      '<CreateFormRow field="reasonTree" required onChange={({ value }) => console.log(value)}/>',
      {},
      { host },
    );
    expect([control().textContent, control().getAttribute("role"), control().getAttribute("aria-expanded")]).toEqual([
      "Choose",
      "combobox",
      "false",
    ]);
    expect(find<HTMLLabelElement>("label").htmlFor).toBe(control().id);
    control().click();
    await until(() => find(".kv-picker-row"));
    const input = find<HTMLInputElement>(".kv-picker input");
    expect(document.activeElement).toBe(input);
    expect(fields()[0]?.problem).toBe("Fill this in.");
    expect(all("[role=alert]")).toEqual([]);
    all(".kv-picker-row")
      .find(({ textContent }) => textContent === "Late")
      ?.click();
    await settleCard();
    expect([control().textContent, document.activeElement === control()]).toEqual(["Late", true]);
    expect([fields()[0]?.value, logs()]).toEqual(["returns.late", ["returns.late"]]);
    control().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    await settleCard();
    find(".kv-picker input").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await settleCard();
    expect([find(".kv-picker"), document.activeElement === control()]).toEqual([null, true]);
  });

  it.each([
    ["buyer", "one-to-one", "acme-order", "customer", "record"],
    ["parcels", "one-to-many", "acme-order", "acme-parcel", "record"],
    ["packer", "one-to-one", "acme-order", "user", "user"],
    ["customer", "", "acme-order", "customer", "record"],
    ["teams", "", "user", "", "team"],
  ])("%s of %s are records that the host finds", async (field, type, object, klass, kind) => {
    const klasses = createKlasses([
      { name: "acme-parcel" },
      { name: "acme-order", metadata: type === "" ? {} : { relationships: { [field]: { klass, type } } } },
    ]);
    const {
      control,
      all,
      find,
      until,
      fields,
      host: test,
    } = await showForm(
      `<CreateFormRow field="${field}" object="${object}"/>`,
      { klasses },
      { host: { searches: [{ kind: kind as "record", answer: [{ id: "r1", name: "First" }] }] } },
    );
    control().click();
    await until(() => find(".kv-picker-row"));
    const [query] = test.calls;
    expect(query).toMatchObject(kind === "record" ? { kind, klass: klass === "acme-parcel" ? "kobject.acme-parcel" : klass } : { kind });
    all(".kv-picker-row")[0]?.click();
    await settleCard();
    const picked = { id: "r1", name: "First" };
    expect(fields()[0]?.value).toEqual(type === "one-to-many" || field === "teams" ? [picked] : picked);
  });

  it("take several people", async () => {
    const { control, all, find, until, fields } = await showForm(
      '<CreateFormRow field="assignedUsers" object="conversation"/>',
      {},
      { host },
    );
    control().click();
    await until(() => find(".kv-picker-row"));
    for (const index of [0, 1]) {
      all(".kv-picker-row")[index]?.click();
      await settleCard();
    }
    find(".kv-picker input").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await settleCard();
    expect(control().textContent).toBe("Kim Berg, Lee Park");
    expect(fields()[0]?.value).toEqual([
      { id: "u1", name: "Kim Berg" },
      { id: "u2", name: "Lee Park" },
    ]);
  });
});

describe("a create form", () => {
  const source = `
    <form onSubmit={() => console.log("submitted")}>
      ${row("nameStr", "required")}${row("totalNum")}
      <Button onClick={() => document.querySelector("form").requestSubmit()}>Create</Button>
    </form>`;

  it("is told to the host: its rows, whether they are right, and whenever one has changed", async () => {
    const told: string[] = [];
    const { type } = await showForm(
      source,
      {},
      {
        services: {
          formChange: ({ fields, isValid }) => told.push(`${isValid} ${fields.map(({ field, value }) => `${field}=${value}`).join(" ")}`),
        },
      },
    );
    await type("Ada");
    await type("4", 1);
    expect(told).toEqual(["false nameStr=null totalNum=null", "true nameStr=Ada totalNum=null", "true nameStr=Ada totalNum=4"]);
  });

  it("is checked by the host: rows say what is wrong, the first has the focus", async () => {
    const { host, message, control, type } = await showForm(source);
    await type("x", 1);
    expect(host.form?.check()).toBe(false);
    await settleCard();
    expect(message()).toEqual(["Fill this in.", "Write a number, such as 12 or 129.5."]);
    expect(document.activeElement).toBe(control());
    await type("Ada");
    await type("2", 1);
    expect(host.form?.check()).toBe(true);
  });

  it("is submitted once nothing is wrong in it", async () => {
    const { find, logs, message, type } = await showForm(source);
    find("button").click();
    await settleCard();
    expect([logs(), message()]).toEqual([[], ["Fill this in."]]);
    await type("Ada");
    find("button").click();
    await settleCard();
    expect(logs()).toEqual(["submitted"]);
  });

  it("has the rows that are there, in their order; the host hears of none once the card is gone", async () => {
    const told: string[] = [];
    const { update, card } = await showForm(
      `<div>{customer.tags.map((name) => <CreateFormRow key={name} field={name} />)}</div>`,
      { customer: { tags: ["bStr", "cStr"] } },
      { resource: "customer", services: { formChange: ({ fields }) => told.push(fields.map(({ field }) => field).join()) } },
    );
    await update({ customer: { tags: ["aStr", "cStr", "bStr"] } });
    await update({ customer: { tags: [] } });
    card.unmount();
    await settleCard();
    expect(told).toEqual(["bStr,cStr", "aStr,cStr,bStr", ""]);
  });
});

describe("what a template can do to a create form", () => {
  it("is to hear of values, and not to read keys, inputs or messages; nor to press, fill in or empty them", async () => {
    const { control, type, leave, logs, find, fields } = await showForm(`
      const App = () => {
        React.useEffect(() => {
          document.addEventListener("keydown", () => console.log("key"));
          document.addEventListener("input", () => console.log("input"));
        }, []);
        const look = () => {
          const form = document.querySelector("form");
          console.log(String(form.querySelector("input")), form.textContent, new FormData(form).get("nameStr"));
          form.reset();
          document.querySelector("form").click();
        };
        return <form>${row("nameStr", 'value="Ada"')}<p onClick={look}>look</p></form>;
      };
      <App />`);
    control().dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true }));
    await type("Grace");
    await leave();
    find("p").click();
    expect(logs()).toEqual(["null look null"]);
    expect([control().value, fields()[0]?.value]).toEqual(["Grace", "Grace"]);
  });

  it("is not to take the reader's focus by asking for a check", async () => {
    const { logs } = await showForm(`
      const App = () => {
        React.useEffect(() => void setTimeout(() => document.querySelector("form").requestSubmit(), 1), []);
        return <form onSubmit={() => console.log("submitted")}>${row("nameStr", "required")}</form>;
      };
      <App />`);
    const outside = document.body.appendChild(document.createElement("input"));
    outside.focus();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([document.activeElement === outside, logs()]).toEqual([true, []]);
  });

  it("is not to hold the page by a handler that changes what it hears of", async () => {
    const { type, reports, control } = await showForm(`
      const App = () => {
        const [value, setValue] = React.useState("");
        return <CreateFormRow field="nameStr" value={value} onChange={(e) => setValue(e.value + "!")} />;
      };
      <App />`);
    await type("a");
    expect([control().value, reports]).toEqual(["a!", []]);
  });
});
