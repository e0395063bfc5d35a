// Prints `N passed, N failed` from the test runner's JSON reports; a file that could not be run counts as a failure.
import { readFileSync } from "node:fs";

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const isBroken = ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed");
const sum = (count) => reports.reduce((total, report) => total + count(report), 0);
const failed = sum((report) => report.numFailedTests + report.testResults.filter(isBroken).length);
console.log(`${sum((report) => report.numPassedTests)} passed, ${failed} failed`);
if (reports.length === 0 || reports.some(({ success }) => !success) || failed > 0) process.exit(1);
