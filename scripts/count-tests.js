// Prints `N passed, N failed` from the test runner's JSON report; a file that could not be run counts as a failure.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
);
const failed = report.numFailedTests + broken.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
if (!report.success || failed > 0) process.exit(1);
