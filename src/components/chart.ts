import * as z from "zod/mini";
import { defineComponent } from "./define-component.ts";
import { common, length, needed, node, tone } from "./prop-kinds.ts";

/** Bars, or a line. The numbers stand below it, or in its description: nobody needs to see the drawing to know them. */
export const chart = defineComponent({
  name: "Chart",
  purpose: "Bars, or a line, of numbers, `[label, value]` pairs or `{ label, value }`. Drawn as SVG, without script.",
  props: z.looseObject({
    data: needed,
    type: z.optional(z.enum(["bars", "line"])),
    title: node,
    description: node,
    height: length,
    tone,
    empty: node,
    ...common,
  }),
  examples: [
    '<Chart title="Orders a month" data={[["May", 3], ["Jun", 5], ["Jul", 2], ["Aug", 8], ["Sep", 6]]}/>',
    '<Chart title="Balance" type="line" tone="success" data={[12, 18, 9, 14, 22, 31, 28, 35, 41, 38]} description="Rising since April"/>',
    '<Chart title="Profit" data={[{ label: "Q1", value: 4.5 }, { label: "Q2", value: -1.2 }, { label: "Q3", value: 2 }]} height={72}/>',
    "<Chart data={[]}/>",
  ],
  template: `
    <div className={"kv-chart" + (tone ? " kv-chart-" + tone : "") + (className ? " " + className : "")} style={style}>
      {title && <div className="kv-chart-title">{title}</div>}
      {((chart) => chart.bars.length === 0
        ? <div className="kv-chart-empty">{chart.masked ?? empty ?? "No data"}</div>
        : <>
            <svg
              className="kv-chart-drawing"
              style={height ? { height: height } : undefined}
              viewBox="0 0 100 100"
              preserveAspectRatio="none"
              role="img"
              aria-label={(kview.word(title) || "Chart") + ": " + chart.text}
            >
              {description && <desc>{kview.word(description)}</desc>}
              {type === "line"
                ? <><path className="kv-chart-area" d={chart.area} /><polyline className="kv-chart-line" points={chart.line} /></>
                : chart.bars.map((bar, index) => (
                  <rect key={index} className="kv-chart-bar" x={bar.x} y={bar.y} width={bar.width} height={bar.height}>
                    <title>{bar.text}</title>
                  </rect>
                ))}
              <path className="kv-chart-zero" d={"M0," + chart.zero + " H100"} />
            </svg>
            <div className="kv-chart-labels" aria-hidden="true">
              {chart.labels.map((point, index) => (
                <div key={index} className={"kv-chart-label" + (chart.ends ? " kv-chart-label-end" : "")}>
                  <span className="kv-chart-value">{point.value}</span>
                  {point.label && <span className="kv-chart-name">{point.label}</span>}
                </div>
              ))}
            </div>
            {description && <div className="kv-chart-description">{description}</div>}
          </>
      )(kview.chart(data))}
    </div>`,
});
