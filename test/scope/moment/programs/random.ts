const units = ["years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds"];
const fields = ["year", "month", "date", "day", "isoWeekday", "dayOfYear", "week", "hour", "minute", "quarter"];
const starts = ["year", "quarter", "month", "week", "isoWeek", "day", "hour", "minute"];

/** Numbers in [0, 1), the same at each run. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Programs that take a moment between 1970 and 2038 through three moves. */
export function createRandomPrograms(count: number): readonly string[] {
  const dice = createDice(20_261_002);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(dice() * items.length)] as Item;
  const whole = (from: number, to: number) => from + Math.floor(dice() * (to - from + 1));
  const move = () =>
    pick([
      () => `.add(${whole(-40, 40)}, '${pick(units)}')`,
      () => `.subtract({ ${pick(units)}: ${whole(0, 30)}, ${pick(units)}: ${whole(0, 30)} })`,
      () => `.startOf('${pick(starts)}')`,
      () => `.endOf('${pick(starts)}')`,
      () => `.${pick(fields)}(${whole(0, 28)})`,
      () => `.set({ hour: ${whole(0, 23)}, minute: ${whole(0, 59)} })`,
      () => pick([".utc()", ".local()", ".utcOffset(120)", ".local(true)", ".utc(true)"]),
    ])();
  const ends = [
    "",
    ".format('LLLL Z')",
    ".isDST()",
    ".utcOffset()",
    ".toISOString(true)",
    ".diff(0, 'months', true)",
    ".fromNow()",
    ".calendar()",
  ];
  return Array.from({ length: count }, () => `moment(${whole(0, 2_145_916_800)}000)${move()}${move()}${move()}${pick(ends)}`);
}
