import { describe, expect, it } from "vitest";
import { standardComponents } from "../../src/components.ts";
import { createContext, createKlasses } from "../../src/context.ts";
import { icons } from "../../src/icons.ts";
import { compileCard, runString } from "../support/card.ts";

const masked = { isMasked: true, maskedPresentation: "****" };
const photo = "https://img.example/1.png";

const bag = createContext({
  resource: "kobject.order",
  customer: { name: "Ada <Park>" },
  kobject: {
    title: "10-4417",
    custom: {
      totalNum: 129.5,
      placedAt: "2026-10-02T15:04:05Z",
      giftBool: false,
      shopUrl: "https://a.example/?a=1&b=2",
      evilUrl: "javascript:alert(1)",
      noteTxt: "a\nb",
      reasonTree: "returns.damaged",
      cardStr: masked,
      sizeNum: "XL",
    },
    images: [photo, { url: photo, name: "Front" }],
  },
  klasses: createKlasses({ order: { properties: { totalNum: { displayName: "Grand total" } } } }),
});

function render(source: string) {
  return runString(compileCard(source).template, bag);
}

const cart = `<span class="kv-icon" aria-hidden="true"><svg class="kv-icon-drawing" viewBox="0 0 24 24" focusable="false"><path d="${icons.get("cart")}"></path></svg></span>`;
const frame = 'sandbox="allow-scripts allow-forms" referrerpolicy="no-referrer"';

describe("standard components", () => {
  // biome-ignore format: a table reads better with one case a pair of lines.
  it.each([
    ["<Container>a</Container>", '<div class="kv-container">a</div>'],
    ["<Container padded>a</Container>", '<div class="kv-container kv-padded">a</div>'],
    ["<Segment><p>a</p></Segment>", '<div class="kv-segment"><p>a</p></div>'],
    ['<Grid><Column size="eight">a</Column><Column>b</Column></Grid>',
      '<div class="kv-grid"><div class="kv-column kv-column-eight">a</div><div class="kv-column">b</div></div>'],
    ['<Field field="totalNum" type="kobject.order" value={kobject.custom.totalNum}/>',
      '<div class="kv-field"><div class="kv-field-label">Grand total</div><div class="kv-field-value kv-formatted">129.5</div></div>'],
    ['<Field field="totalNum" type="kobject.order" label="Sum" value={kobject.custom.totalNum}/>',
      '<div class="kv-field"><div class="kv-field-label">Sum</div><div class="kv-field-value kv-formatted">129.5</div></div>'],
    ['<Field field="placedAt" value={kobject.custom.placedAt}/>',
      '<div class="kv-field"><div class="kv-field-label">Placed</div><div class="kv-field-value kv-formatted">Oct 2, 2026 3:04 PM</div></div>'],
    ['<Field field="shopUrl" value={kobject.custom.shopUrl}/>',
      '<div class="kv-field"><div class="kv-field-label">Shop</div><div class="kv-field-value kv-formatted"><a class="kv-link" href="https://a.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">https://a.example/?a=1&amp;b=2</a></div></div>'],
    ['<Field field="evilUrl" value={kobject.custom.evilUrl}/>',
      '<div class="kv-field"><div class="kv-field-label">Evil</div><div class="kv-field-value kv-formatted">javascript:alert(1)</div></div>'],
    ['<Field field="giftBool" value={<b>no</b>}/>',
      '<div class="kv-field"><div class="kv-field-label">Gift</div><div class="kv-field-value kv-formatted"><b>no</b></div></div>'],
    ['<BasicField label="Name" value={customer.name}/>',
      '<div class="kv-field"><div class="kv-field-label">Name</div><div class="kv-field-value">Ada &lt;Park&gt;</div></div>'],
    ['<BasicField label="Paid" value={null}/>',
      '<div class="kv-field"><div class="kv-field-label">Paid</div><div class="kv-field-value"></div></div>'],
    ["<BasicField><b>x</b></BasicField>", '<div class="kv-field"><div class="kv-field-value"><b>x</b></div></div>'],
    ['<Row field="giftBool" object="kobject.order" value={kobject.custom.giftBool}/>',
      '<div class="kv-row"><div class="kv-row-label">Gift</div><div class="kv-row-value kv-formatted">No</div></div>'],
    ['<Row field="reasonTree" value={kobject.custom.reasonTree}/>',
      '<div class="kv-row"><div class="kv-row-label">Reason</div><div class="kv-row-value kv-formatted">Damaged</div></div>'],
    ['<BasicRow label="Points" value={0}/>', '<div class="kv-row"><div class="kv-row-label">Points</div><div class="kv-row-value">0</div></div>'],
    ['<BasicRow label="Points">{5}</BasicRow>', '<div class="kv-row"><div class="kv-row-label">Points</div><div class="kv-row-value">5</div></div>'],
    ['<CollapsedRows><BasicRow value="a"/></CollapsedRows>',
      '<div class="kv-collapsed"><details class="kv-collapsed-toggle"><summary><span class="kv-collapsed-more">Show more</span><span class="kv-collapsed-less">Show less</span></summary></details><div class="kv-collapsed-rows"><div class="kv-row"><div class="kv-row-value">a</div></div></div></div>'],
    ["<RowPriority value={3}/>", '<div class="kv-row"><div class="kv-row-label">Priority</div><div class="kv-row-value">3</div></div>'],
    ['<RowAssignmentUser value={[{name: "Kim"}, {displayName: "Lee"}]}/>',
      '<div class="kv-row"><div class="kv-row-label">Assigned users</div><div class="kv-row-value">Kim, Lee</div></div>'],
    ['<RowAssignmentTeam label="Team" value="Returns"/>',
      '<div class="kv-row"><div class="kv-row-label">Team</div><div class="kv-row-value">Returns</div></div>'],
    ['<CreateFormRow field="totalNum" object="kobject.order" value={5} required/>',
      '<div class="kv-form-row"><label class="kv-form-field"><span class="kv-form-label">Grand total<span class="kv-required" aria-hidden="true">*</span></span><input class="kv-input" type="text" readonly="" value="5"></label></div>'],
    ["<Images images={kobject.images}/>",
      `<div class="kv-images"><a class="kv-image" href="${photo}" target="_blank" rel="noopener noreferrer"><img class="kv-image-thumbnail" src="${photo}" alt="Image 1" loading="lazy"></a><a class="kv-image" href="${photo}" target="_blank" rel="noopener noreferrer"><img class="kv-image-thumbnail" src="${photo}" alt="Front" loading="lazy"></a></div>`],
    ["<Images/>", '<div class="kv-images"></div>'],
    ['<Pill label="VIP" color="info"/>', '<span class="kv-pill kv-pill-info">VIP</span>'],
    ["<Pill>{customer.name}</Pill>", '<span class="kv-pill">Ada &lt;Park&gt;</span>'],
    ['<Pill {...{ label: "VIP", color: "alert" }}/>', '<span class="kv-pill kv-pill-alert">VIP</span>'],
    ["<Button onClick={() => 1}>Go</Button>", '<button type="button" class="kv-button kv-button-secondary">Go</button>'],
    ['<Button variant="primary" size="small" icon="cart" iconPosition="right">Go</Button>',
      `<button type="button" class="kv-button kv-button-primary kv-button-small kv-button-reverse">${cart}Go</button>`],
    ["<Button loading>Go</Button>",
      '<button type="button" class="kv-button kv-button-secondary" aria-disabled="true" aria-busy="true"><span class="kv-spinner" aria-hidden="true"></span>Go</button>'],
    ["<ButtonGroup><Button disabled>a</Button></ButtonGroup>",
      '<div class="kv-button-group" role="group"><button type="button" class="kv-button kv-button-secondary" disabled="">a</button></div>'],
    ['<Card src="https://a.example/card" height={200} width="50%" context={context}/>',
      `<div class="kv-frame"><iframe class="kv-frame-page" src="https://a.example/card" title="Embedded card" loading="lazy" style="height:200px;width:50%" ${frame}></iframe></div>`],
    ['<DynamicCard src="https://a.example/card" title="Rewards" context={object.context} fillToWidth noPadding/>',
      `<div class="kv-frame kv-frame-wide kv-frame-flush"><iframe class="kv-frame-page" src="https://a.example/card" title="Rewards" loading="lazy" ${frame}></iframe></div>`],
    ["<DynamicCard/>", '<div class="kv-frame"></div>'],
  ])("%s", (source, html) => {
    const found = render(source);
    expect(found.html).toBe(html);
    expect(found.diagnostics).toEqual([]);
  });

  const names = standardComponents.map(({ name }) => name);

  it.each(names)("%s forwards class and style, and accepts props that it does not know", (name) => {
    const compiled = compileCard(`<${name} className="own" style={{ marginTop: 4 }} key="k" data-x="1" unheardOf={{ a: 1 }}>x</${name}>`);
    const codes = compiled.diagnostics.map(({ code }) => code).filter((code) => code !== "jsx/missing-prop");
    expect(codes).toEqual(["jsx/unknown-prop"]);
    const { html, diagnostics } = runString(compiled.template, bag);
    expect(html).toMatch(/^<\w+( type="button")? class="kv-[a-z0-9 -]*own" style="margin-top:4px"/);
    expect(html).not.toContain("heard");
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["<Container>$</Container>", "****"],
    ["<Segment>$</Segment>", "****"],
    ["<Grid><Column>$</Column></Grid>", "****"],
    ['<Field field="cardStr" value=$/>', "****"],
    ['<Field field="cardUrl" value=$/>', "****"],
    ['<Field field="cardAt" value=$/>', "****"],
    ["<BasicField label=$ value=$/>", "****"],
    ['<Row field="cardNum" value=$/>', "****"],
    ["<BasicRow label=$ value=$/>", "****"],
    ["<CollapsedRows>$</CollapsedRows>", "****"],
    ["<RowPriority value=$/>", "****"],
    ["<RowAssignmentUser value=$/>", "****"],
    ["<RowAssignmentTeam value={[{ name: masked }]}/>", "****"],
    ['<CreateFormRow field="cardStr" value=$/>', 'value="****"'],
    ["<Images images=$/>", "****"],
    ["<Pill label=$/>", "****"],
    ["<Pill>$</Pill>", "****"],
    ["<Button>$</Button>", "****"],
    ["<ButtonGroup>$</ButtonGroup>", "****"],
    ["<Text value=$/>", "****"],
    ["<Text truncate>$</Text>", 'title="****"'],
    ["<Link href=$/>", "****"],
    ['<Link href="https://a.example" label=$/>', "****"],
    ["<Icon name='cart' label=$/>", 'aria-label="****"'],
    ["<Divider label=$/>", "****"],
    ['<Table columns={["a"]} rows={[{ a: masked }]}/>', "****"],
    ["<Table caption=$ rows=$/>", 'aria-label="****"'],
    ["<List items={[masked]}/>", "****"],
    ["<List items=$/>", "****"],
    ["<Tabs tabs={[{ label: masked, content: masked }]}/>", '<div class="kv-tab-panel">****'],
    ["<Timestamp value=$/>", "****"],
    ["<Money amount=$ currency='EUR'/>", "****"],
    ["<Money amount={5} currency=$/>", "5 ****"],
    ["<Phone value=$/>", "****"],
    ["<Phone value={[{ phone: masked }]}/>", "****"],
    ["<Email value={{ email: masked }}/>", "****"],
    ["<Address value={{ address1: masked, city: 'Austin' }}/>", "****"],
    ["<Address value=$/>", "****"],
    ["<Code value=$ block/>", "****"],
    ["<Badge count=$ label=$/>", "****"],
    ["<Avatar name=$/>", 'aria-label="****">•'],
    ["<Progress value=$ label=$/>", "****"],
    ["<Sentiment value=$/>", "****"],
    ["<Sentiment value={{ polarity: masked }}/>", "****"],
    ["<Callout title=$>$</Callout>", "****"],
    ["<EmptyState title=$ text=$/>", "****"],
    ["<Chart title=$ data={[[masked, 3]]}/>", "****"],
    ["<Chart data=$/>", "****"],
    ["<p>$</p>", "<p>****</p>"],
    ["<Field {...{ field: 'cardStr', value: masked }}/>", "****"],
  ])("%s shows a masked value as it is presented", (source, shown) => {
    const { html, diagnostics } = render(`const masked = kobject.custom.cardStr; ${source.replaceAll("$", "{masked}")}`);
    expect(html).toContain(shown);
    expect(html).not.toContain("[object");
    expect(diagnostics).toEqual([]);
  });

  it("reports a value of the wrong type once, with its place, and shows it as it is", () => {
    const { html, diagnostics } = render(
      '<Grid>\n{[1, 2].map((n) => <Field key={n} field="sizeNum" value={kobject.custom.sizeNum}/>)}</Grid>',
    );
    expect(html).toContain("XL");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: "context/value", severity: "warning", span: { line: 2 } });
  });

  it("formats in the card's locale and zone", () => {
    const { template } = compileCard('<Field field="placedAt" value={kobject.custom.placedAt}/>');
    expect(runString(template, bag, { locale: "de-DE", timeZone: "Asia/Tokyo" }).html).toContain("03.10.2026 00:04");
  });

  it("shows an unknown component as a placeholder around its children", () => {
    const compiled = compileCard('<FancyChart a="1"><b>x</b></FancyChart>');
    expect(runString(compiled.template, bag).html).toBe(
      '<div class="kv-unknown"><span class="kv-unknown-name">FancyChart</span><b>x</b></div>',
    );
  });

  it("keeps the helpers of component templates out of reach", () => {
    for (const source of ["<p>{typeof kview}</p>", "<p>{typeof this.kview}</p>", "<p>{typeof window.kview}</p>"]) {
      expect(render(source).html).toBe("<p>undefined</p>");
    }
    expect(render("<Pill>{kview.mask}</Pill>").diagnostics.map(({ code }) => code)).toContain("run/throw");
  });
});
