// Runs programs with the real library, in the zone of TZ, and prints what they come to. Programs and clock on standard input.
import { readFileSync } from "node:fs";
import moment from "moment";
import { settle } from "./settle.mjs";

const { now, programs } = JSON.parse(readFileSync(0, "utf8"));
moment.now = () => now;
moment.suppressDeprecationWarnings = true;
process.stdout.write(JSON.stringify(programs.map((program) => settle(moment, program))));
