import { checkSame } from "../check-same.ts";
import { consumeCards, joinCards, type Render } from "../consume.ts";
import { type Engine, engines } from "../engines/engines.ts";
import { runSeveral } from "../fresh.ts";
import { interleave, type Work } from "../interleave.ts";
import type { Part, Report } from "../report.ts";
import { type Measurement, summariseNumber, summariseRatio } from "../statistics.ts";
import { type BenchWork, works } from "../works.ts";
import { reportTemplates } from "./templates.ts";

const processes = 5;

/** Engines of a work that share a process: those of group 0, and those of one other. */
function groupsOf(work: BenchWork): readonly (readonly Engine[])[] {
  const able = engines.filter(({ renders }) => renders[work.name] !== undefined);
  const every = able.filter(({ group }) => group === 0);
  const numbers = [...new Set(able.map(({ group }) => group).filter((group) => group !== 0))];
  return numbers.map((number) => [...every, ...able.filter(({ group }) => group === number)]);
}

/** Times the engines of one group, after a check that they give the same cards. Gives microseconds a card. */
export function measureHtml(workName: string, groupIndex: string): Measurement {
  const work = works.find(({ name }) => name === workName) as BenchWork;
  const group = groupsOf(work)[Number(groupIndex)] as readonly Engine[];
  const renders = new Map(group.map(({ name, renders: made }) => [name, made[work.name]?.() as Render]));
  checkSame(work.name, renders);
  const toWork = work.joined ? joinCards : consumeCards;
  const { micros } = interleave(new Map<string, Work>([...renders].map(([name, render]) => [name, toWork(render)])), work);
  return Object.fromEntries(micros);
}

/** Speeds of string rendering: how many times as fast as another an engine is, each pair within one process. */
export const html: Part = {
  name: "html",
  title: "Strings",
  run: () => {
    const reports = works.map(reportWork);
    const tables = [...reports.flatMap((report) => report.tables), reportTemplates()];
    return { tables, found: Object.assign({}, ...reports.map(({ found }) => found)) };
  },
};

function reportWork(work: BenchWork): Report {
  const groups = groupsOf(work);
  const runs = groups.flatMap((_, index) => runSeveral<Measurement>(processes, "measure-html", [work.name, String(index)]));
  const shown = [...new Set(groups.flat())];
  const speed = (a: string, b: string) => summariseRatio(runs, b, a);
  const pairs = shown.flatMap((a) => shown.map((b) => [a.name, b.name] as const)).filter(([a, b]) => a !== b);
  const found = Object.fromEntries(pairs.map(([a, b]) => [`${work.name}: ${a} ÷ ${b}`, speed(a, b)]));
  const base = shown.some(({ name }) => name === "hand") ? "hand" : "naive";
  const rows = shown.map(({ name, title }) => [title, name === base ? undefined : speed(name, base), summariseNumber(runs, name)?.median]);
  return {
    tables: [{ title: work.title, head: ["engine", `speed ÷ ${base === "hand" ? "by hand" : base}`, "µs a card"], rows }],
    found,
  };
}
