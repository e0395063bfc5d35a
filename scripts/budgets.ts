import { measureCases } from "../test/budget/measure.ts";

// Prints what a unit of fuel buys of each call that a card can name: its time as a multiple of a plain loop's, and its bytes, from small
// inputs to large ones, and in brackets the units of one run. `npm run budgets -- String` measures those with that in their names.
const wanted = new RegExp(process.argv[2] ?? "");
let calls = 0;
for (const { one, prices } of measureCases(wanted)) {
  const cells = prices.map(({ n, time, bytes, fuel }) => `${n}: ${time.toFixed(1)}× ${bytes.toFixed(0)} B (${fuel})`);
  const worst = Math.max(...prices.map(({ time }) => time));
  console.log(`${worst.toFixed(1).padStart(6)}×  ${one.name}  ${one.source.slice(0, 60)}\n         ${cells.join("  ")}`);
  calls++;
}
console.log(`${calls} calls`);
