// Runs modules one after the other in one process, which loads the package once, and prints as JSON what each of them printed, or threw.
// Plain JavaScript: it runs as what a user installed runs.
import { pathToFileURL } from "node:url";

const results = [];
const write = process.stdout.write.bind(process.stdout);
for (const file of process.argv.slice(2)) {
  const result = { printed: "" };
  results.push(result);
  process.stdout.write = (text) => {
    result.printed += text;
    return true;
  };
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    result.error = error instanceof Error ? error.stack : String(error);
  }
}
// An example may leave timers behind, as a page does.
write(JSON.stringify(results), () => process.exit(0));
