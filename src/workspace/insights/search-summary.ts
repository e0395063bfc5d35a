import { readNumber } from "../../context/format-number.ts";
import { formatPolarity } from "../../context/viewer-words.ts";
import { fillWords, type WorkspaceWords } from "../words.ts";
import { type Status, statusTones } from "./details-tables.ts";
import { type Attributes, readGroup, type SearchGroup } from "./search-group.ts";

/** One part of a whole: its count, its share in words, and in percent for the bar. */
interface SummaryPart {
  readonly label: string;
  readonly tone: string;
  readonly count: string;
  readonly share: string;
  readonly percent: number;
}

interface SummaryGroup {
  readonly title: string;
  readonly note?: string;
  /** How the group feels on average, from -1 to 1. */
  readonly feeling?: number;
  readonly parts: readonly SummaryPart[];
}

/** What `search-summary.kview.jsx` shows: plain data, handed to it as `summary`. */
export interface SearchSummary {
  readonly level: number;
  readonly title: string;
  readonly nothing: string;
  readonly isEmpty: boolean;
  readonly totals: readonly { readonly label: string; readonly text: string }[];
  readonly groups: readonly SummaryGroup[];
}

/** How a summary is told. */
export interface SummaryInput {
  readonly words: WorkspaceWords;
  readonly locale: string;
  readonly level: number;
}

/** Counts what a search has found: statuses, how its customers feel, how content they are. Records are only read. */
export function toSearchSummary(group: SearchGroup, { words, locale, level }: SummaryInput): SearchSummary {
  const { conversations, customers } = readGroup(group);
  const teller = new Teller(words, locale);
  const totals = [
    [words.conversations, group.conversations, conversations.length],
    [words.customers, group.customers, customers.length],
  ] as const;
  const groups = [
    teller.statuses(conversations.length > 0 ? countStatuses(conversations) : sumCounts(customers)),
    teller.sentiment([...conversations, ...customers]),
    teller.satisfaction([...conversations, ...customers]),
  ];
  return {
    level,
    title: words.searchResults,
    nothing: words.noResults,
    isEmpty: conversations.length + customers.length === 0,
    totals: totals.flatMap(([label, list, count]) => (list === undefined ? [] : [{ label, text: teller.number(count) }])),
    groups: groups.filter((one) => one !== undefined),
  };
}

type Counts = Readonly<Record<Status | "other", number>>;

const statuses = Object.keys(statusTones) as readonly Status[];

function countStatuses(conversations: readonly Attributes[]): Counts {
  const counts = { open: 0, snoozed: 0, done: 0, other: 0 };
  for (const { status } of conversations) counts[statuses.includes(status as Status) ? (status as Status) : "other"]++;
  return counts;
}

/** Where a search found customers alone, their conversations are counted as their records count them. */
function sumCounts(customers: readonly Attributes[]): Counts {
  const counts = { open: 0, snoozed: 0, done: 0, other: 0 };
  for (const { conversationCounts } of customers) {
    if (typeof conversationCounts !== "object" || conversationCounts === null) continue;
    for (const status of statuses) counts[status] += Math.max(0, readNumber((conversationCounts as Attributes)[status]) ?? 0);
  }
  return counts;
}

interface Feeling {
  readonly polarity: number;
  readonly confidence: number;
}

/** A polarity lies between -1 and 1; one without a confidence is taken as certain. */
function readFeeling({ sentiment }: Attributes): Feeling | undefined {
  const { polarity, confidence } = (sentiment ?? {}) as Attributes;
  const found = readNumber(polarity);
  if (found === undefined || Math.abs(found) > 1) return undefined;
  return { polarity: found, confidence: Math.min(Math.max(readNumber(confidence) ?? 1, 0), 1) };
}

const feelings: readonly (readonly [sign: number, tone: string])[] = [
  [1, "success"],
  [0, "neutral"],
  [-1, "danger"],
];

/** Tells counts in the viewer's words and numerals. */
class Teller {
  readonly #words: WorkspaceWords;
  readonly #locale: string;

  constructor(words: WorkspaceWords, locale: string) {
    this.#words = words;
    this.#locale = locale;
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    // Newer locale data puts narrow no-break blanks where older ones put wide ones: the same bytes from both.
    return new Intl.NumberFormat(this.#locale, options).format(value).replace(/\u202f/g, "\u00a0");
  }

  statuses(counts: Counts): SummaryGroup | undefined {
    const parts = statuses.map((status) => ({ label: this.#words[status], tone: statusTones[status] as string, count: counts[status] }));
    if (counts.other > 0) parts.push({ label: this.#words.other, tone: "neutral", count: counts.other });
    return this.#group(this.#words.status, parts);
  }

  sentiment(records: readonly Attributes[]): SummaryGroup | undefined {
    const found = records.map(readFeeling).filter((one) => one !== undefined);
    const parts = feelings.map(([sign, tone]) => ({
      label: formatPolarity({ locale: this.#locale }, sign),
      tone,
      count: found.filter(({ polarity }) => Math.sign(polarity) === sign).length,
    }));
    const group = this.#group(this.#words.sentiment, parts);
    const weight = found.reduce((sum, { confidence }) => sum + confidence, 0);
    if (group === undefined || weight === 0) return group;
    const mean = found.reduce((sum, { polarity, confidence }) => sum + polarity * confidence, 0) / weight;
    // What is shown as zero is neutral.
    const feeling = Math.round(mean * 100) / 100;
    return { ...group, feeling, note: this.number(feeling, { minimumFractionDigits: 2, signDisplay: "exceptZero" }) };
  }

  /** What satisfaction is measured on is not documented: numbers are averaged, other forms are left to views. */
  satisfaction(records: readonly Attributes[]): SummaryGroup | undefined {
    const found = records.map((record) => readNumber(record.satisfaction ?? record.satisfactionLevel)).filter((one) => one !== undefined);
    if (found.length === 0) return undefined;
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    const count = fillWords(this.#words.average, { count: this.number(found.length) });
    return { title: this.#words.satisfaction, note: `${this.number(mean, { maximumFractionDigits: 1 })} · ${count}`, parts: [] };
  }

  #group(
    title: string,
    parts: readonly { readonly label: string; readonly tone: string; readonly count: number }[],
  ): SummaryGroup | undefined {
    const all = parts.reduce((sum, { count }) => sum + count, 0);
    if (all === 0) return undefined;
    return {
      title,
      parts: parts.map(({ label, tone, count }) => ({
        label,
        tone,
        count: this.number(count),
        share: this.number(count / all, { style: "percent" }),
        percent: Math.round((count / all) * 10_000) / 100,
      })),
    };
  }
}
