import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { formatTable } from "../scripts/readme-tables.ts";
import { attackClasses, readAttackCases, readBenignCases } from "../test/support/attack-case.ts";
import { peers, serveAttempts } from "./peers/attack-child.ts";
import { AttackProcess, bounds } from "./peers/attack-process.ts";
import { isRight, judgeAttack, type Verdict, verdicts } from "./peers/judge.ts";

// What the attacks of `fixtures/attack` come to where templates of strangers are rendered otherwise: `npm run bench:safety`. Names of peers
// behind `--` are attacked anew, and what was found of the others before is kept.

/** Of one class, by one peer. */
interface Tally {
  readonly attacks: Readonly<Partial<Record<Verdict, number>>>;
  /** Legitimate cards that show what they should. */
  readonly right: number;
  /** Attacks by their verdict. */
  readonly cases: Readonly<Record<string, Verdict>>;
}

type Tallies = Readonly<Record<string, Tally>>;

/** These are about what a careless host hands over, which `createContext` refuses; a peer takes what it is given. */
const hosts = ["getter", "function"];
const attacksOf = (name: string) => readAttackCases(name).filter(({ dataGen }) => !hosts.includes(dataGen ?? ""));

const file = ".out/peers-safety.json";

/** Processes that attack a peer at once. */
const lanes = 4;

async function attack(peer: string): Promise<Tallies> {
  const tallies = new Map<string, Tally>();
  const left = [...attackClasses];
  const work = async () => {
    const process = new AttackProcess(peer);
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      tallies.set(name, await attackClass(process, name));
      console.error(`${peer}: ${name}`);
    }
    process.close();
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return Object.fromEntries(attackClasses.map((name) => [name, tallies.get(name) as Tally]));
}

async function attackClass(process: AttackProcess, name: string): Promise<Tally> {
  const cases: Record<string, Verdict> = {};
  const attacks: Partial<Record<Verdict, number>> = {};
  for (const one of attacksOf(name)) {
    const verdict = judgeAttack(one, await process.attempt(one));
    cases[one.id] = verdict;
    attacks[verdict] = (attacks[verdict] ?? 0) + 1;
  }
  let right = 0;
  for (const one of readBenignCases(name)) if (isRight(one, await process.attempt(one))) right++;
  return { attacks, right, cases };
}

const sum = (tallies: Tallies, count: (tally: Tally) => number) => Object.values(tallies).reduce((total, one) => total + count(one), 0);

/** Neither refused nor held: what a host would have to answer for. */
const broken = verdicts.slice(0, verdicts.indexOf("refused"));
const countBroken = ({ attacks }: Tally) => broken.reduce((total, verdict) => total + (attacks[verdict] ?? 0), 0);

function formatTotals(results: Readonly<Record<string, Tallies>>): string {
  const uses = attackClasses.flatMap(readBenignCases).length;
  const rows = Object.entries(results).map(([peer, tallies]) => [
    peer,
    ...verdicts.map((verdict) => String(sum(tallies, ({ attacks }) => attacks[verdict] ?? 0))),
    `${sum(tallies, ({ right }) => right)} of ${uses}`,
  ]);
  return formatTable(["rendered by", ...verdicts, "legitimate cards that are right"], rows);
}

function formatClasses(results: Readonly<Record<string, Tallies>>): string {
  const names = Object.keys(results);
  const rows = attackClasses.map((name) => [
    name,
    String(attacksOf(name).length),
    ...names.map((peer) => String(countBroken(results[peer]?.[name] as Tally))),
  ]);
  return formatTable(["class", "attacks", ...names], rows);
}

async function report(): Promise<void> {
  if (!existsSync("bench/node_modules/react-jsx-parser")) throw new Error("first: npm ci --prefix bench");
  const asked = process.argv.slice(2);
  const results: Record<string, Tallies> = {};
  const before = asked.length === 0 ? {} : (JSON.parse(readFileSync(file, "utf8")) as Record<string, Tallies>);
  for (const name of Object.keys(peers))
    results[name] = before[name] !== undefined && !asked.includes(name) ? before[name] : await attack(name);
  const text = [
    "# Attacks, and who withstands them",
    `Made by \`npm run bench:safety\`: the attacks of \`fixtures/attack\`, each in a process with ${bounds.memory} MB and ${bounds.processor} seconds of the processor, judged by the oracles of the tests but for rules that are kview's own (prefixes of ids, its tables of attributes and elements).`,
    formatTotals(results),
    "Attacks of each class that succeeded: they ran code, changed what the process shares or the record, left unsafe markup, leaked, crashed the process or never ended.",
    formatClasses(results),
  ].join("\n\n");
  mkdirSync(".out", { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, undefined, 1)}\n`);
  writeFileSync("docs/peers.md", `${text}\n`);
  console.log(text);
}

const [, , role, peer = ""] = process.argv;
if (role === "attacked") serveAttempts(peer);
else await report();
