import { describe, expect, it } from "vitest";
import type { SearchGroup } from "../../src/workspace/insights/search-group.ts";
import { toSearchSummary } from "../../src/workspace/insights/search-summary.ts";
import { englishWords } from "../../src/workspace/words.ts";

const summarise = (group: SearchGroup, locale = "en-US") => toSearchSummary(group, { words: englishWords, locale, level: 3 });

/** `title | note: label count share, …` */
const toLines = (group: SearchGroup, locale?: string) =>
  summarise(group, locale).groups.map(({ title, note = "", feeling, parts }) => {
    const counted = parts.map(({ label, count, share, tone }) => `${label} ${count} ${share} ${tone}`).join(", ");
    return `${title} | ${feeling === undefined ? "" : `(${feeling}) `}${note}: ${counted}`;
  });

const conversations = (...statuses: unknown[]) => statuses.map((status) => ({ status }));

describe("the statuses of a search", () => {
  it("are counted with their shares; what is none of the three is another", () => {
    expect(
      toLines({ conversations: conversations("open", "open", "done", "done", "done", "deleted", undefined, { isMasked: true }) }),
    ).toEqual(["Status | : Open 2 25% info, Snoozed 0 0% alert, Done 3 38% success, Other 3 38% neutral"]);
  });

  it("come from the customers' counts where no conversation was found", () => {
    const customers = [
      { conversationCounts: { open: 1, snoozed: 2, done: 7, all: 10 } },
      { type: "customer", attributes: { conversationCounts: { open: "10", done: -4 } } },
      { conversationCounts: { isMasked: true, open: "x" } },
    ];
    expect(toLines({ customers })).toEqual(["Status | : Open 11 55% info, Snoozed 2 10% alert, Done 7 35% success"]);
    expect(toLines({ customers, conversations: conversations("done") })[0]).toBe(
      "Status | : Open 0 0% info, Snoozed 0 0% alert, Done 1 100% success",
    );
  });

  it("fill the whole bar", () => {
    const [group] = summarise({ conversations: conversations("open", "snoozed", "done") }).groups;
    expect(group?.parts.map(({ percent }) => percent)).toEqual([33.33, 33.33, 33.33]);
  });
});

describe("the sentiment of a group", () => {
  it("is the mean of polarities, each by its confidence", () => {
    const group = {
      conversations: [{ sentiment: { polarity: 1, confidence: 0.5 } }, { sentiment: { polarity: -0.5 } }],
      customers: [{ sentiment: { polarity: "0", confidence: 0.5 } }, { sentiment: null }, {}],
    };
    expect(toLines(group)[1]).toBe("Sentiment | (0) 0.00: Positive 1 33% success, Neutral 1 33% neutral, Negative 1 33% danger");
    expect(toLines({ customers: [{ sentiment: { polarity: -0.256 } }] }, "fr-FR")).toEqual([
      "Sentiment | (-0.26) -0,26: Positif 0 0\u00a0% success, Neutre 0 0\u00a0% neutral, Négatif 1 100\u00a0% danger",
    ]);
  });

  it.each([[{ polarity: 7 }], [{ polarity: { isMasked: true } }], [{ polarity: Number.NaN }], ["positive"], [7], [null]])(
    "is not made of %j",
    (sentiment) => {
      expect(toLines({ customers: [{ sentiment }] })).toEqual([]);
    },
  );

  it("has no mean where nobody is sure of anything", () => {
    expect(toLines({ customers: [{ sentiment: { polarity: 1, confidence: 0 } }] })).toEqual([
      "Sentiment | : Positive 1 100% success, Neutral 0 0% neutral, Negative 0 0% danger",
    ]);
  });
});

describe("the satisfaction of a group", () => {
  it("is the mean of numbers; other forms are left to views", () => {
    const group = {
      conversations: [{ satisfaction: 5 }, { satisfaction: "4" }, { satisfaction: { score: 1 } }],
      customers: [{ satisfactionLevel: 4.5 }],
    };
    expect(toLines(group).at(-1)).toBe("Satisfaction | 4.5 · average of 3: ");
  });
});

describe("a search", () => {
  it("counts what it has found in the viewer's numerals", () => {
    const group = { conversations: Array.from({ length: 12_345 }, () => ({ status: "open" })), customers: [] };
    expect(summarise(group, "de-DE").totals).toEqual([
      { label: "Conversations", text: "12.345" },
      { label: "Customers", text: "0" },
    ]);
    expect(summarise({ customers: [{}] }).totals).toEqual([{ label: "Customers", text: "1" }]);
  });

  it.each<[SearchGroup]>([[{}], [{ conversations: [] }], [{ customers: null as never }]])("that found nothing says so: %j", (group) => {
    expect(summarise(group)).toMatchObject({ isEmpty: true, groups: [] });
  });

  it("reads own attributes of records alone", () => {
    const record = Object.create({ status: "open", attributes: { status: "open" } });
    expect(toLines({ conversations: [record, 7, null, "open"] })[0]).toContain("Open 0 0% info");
  });
});
