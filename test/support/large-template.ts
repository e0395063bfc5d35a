/**
 * Builds a template as large as the largest that ship (170,000 characters; reference, section 1): statements first, many
 * small components and helpers that use one another, and one view that shows them all.
 */
export function createLargeTemplate(length: number): string {
  const parts = ["const data = this;", "const { name } = data.customer;", "const seen = [];"];
  const views: string[] = [];
  let size = 0;
  for (let i = 0; size < length - 200; i++) {
    const part = createPart(i);
    parts.push(part);
    views.push(`<Part${i} index={${i}} title={name + " ${i}"} />`);
    size += part.length + (views.at(-1)?.length ?? 0) + 8;
  }
  return `${parts.join("\n")}\n<div className="large">\n  ${views.join("\n  ")}\n  <footer>{seen.length} parts</footer>\n</div>;\n`;
}

function createPart(i: number): string {
  return `
// Part ${i}: what a page builder would write, over and over.
const format${i} = (value, { digits = ${i % 3}, unit = "u${i}" } = {}) => {
  switch (typeof value) {
    case "number":
      return value.toFixed(digits) + " " + unit;
    case "string":
      return value.trim() || \`empty \${unit}\`;
    default:
      return value?.label ?? "none";
  }
};
function Part${i}({ index, title, children, ...rest }) {
  const rows = [index, "text ${i} & more", { label: "<label ${i}>" }, null];
  let sum = 0;
  for (const row of rows) {
    if (typeof row !== "number") continue;
    sum += row * ${i + 1};
  }
  seen.push(index);
  try {
    if (index % 7 === 6) throw new RangeError("part " + index);
  } catch (error) {
    rows.push(error.message);
  }
  return (
    <section className={\`part part-${i} \${index % 2 ? "odd" : "even"}\`} style={{ padding: ${i % 9}, lineHeight: 1.${i % 10} }}>
      <h4 title="Part ${i}">{title}</h4>
      {/* rows of part ${i} */}
      <ul>
        {rows.map((row, at) => (
          <li key={at}>{format${i}(row)}</li>
        ))}
      </ul>
      {sum > ${i * 2} && <Pill label={"Sum " + sum} color="info" />}
      <BasicRow label="Row ${i}" value={sum} />
    </section>
  );
}`;
}
