// Runs programs with the real library and prints what they come to. Jobs, each with a zone and a clock, on standard input.
import { readFileSync } from "node:fs";
import moment from "moment";
import { settle } from "./settle.mjs";

moment.suppressDeprecationWarnings = true;
const answers = JSON.parse(readFileSync(0, "utf8")).map(({ timeZone, at, programs }) => {
  // Node's own zone follows at once.
  process.env.TZ = timeZone;
  moment.now = () => at;
  return programs.map((program) => settle(moment, program));
});
process.stdout.write(JSON.stringify(answers));
