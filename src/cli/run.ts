import { readFileSync } from "node:fs";
import { toPlainText } from "../diagnostics/plain-text.ts";
import type { Command } from "./command.ts";
import { compileCommand } from "./compile.ts";
import { type ExitCode, TemplateFault, UsageFault } from "./fault.ts";
import { type Option, parseOptions, toHint } from "./options.ts";
import { renderCommand } from "./render.ts";
import { formatCommandHelp, formatProgramHelp } from "./usage.ts";
import { writeOutput } from "./write-output.ts";

const commands: readonly Command[] = [renderCommand, compileCommand];
const helpOption: Option = { name: "help", help: "show this text" };

/** Runs one command line and gives its exit code. Messages go to standard error, one line for faults of usage or data. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  try {
    await dispatch(args);
    return 0;
  } catch (error) {
    if (error instanceof TemplateFault) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    if (error instanceof UsageFault) {
      process.stderr.write(`kview: ${toPlainText(error.message)}\n`);
      return 2;
    }
    process.stderr.write(`kview: this is a bug of kview, not of your template\n${error instanceof Error ? error.stack : String(error)}\n`);
    return 70;
  }
}

async function dispatch(args: readonly string[]): Promise<void> {
  const [first, ...rest] = args;
  if (first === "--help" || first === "help") return writeOutput("-", formatProgramHelp(commands, readManifest().description));
  if (first === "--version") return writeOutput("-", `${readManifest().version}\n`);
  const names = commands.map(({ name }) => name);
  if (first === undefined) throw new UsageFault(`no command given; there are ${names.join(" and ")}. See \`kview --help\``);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) {
    const what = first.startsWith("-") ? "option" : "command";
    throw new UsageFault(`unknown ${what} \`${first}\`${toHint(first, [...names, "help", "--help", "--version"])}`);
  }
  if (rest.includes("--help")) return writeOutput("-", formatCommandHelp(command));
  const { options, positionals } = parseOptions(rest, [...command.options, helpOption]);
  const [operand, superfluous] = positionals;
  if (operand === undefined) throw new UsageFault(`\`${command.operand.value}\` is missing. See \`kview ${command.name} --help\``);
  if (superfluous !== undefined) throw new UsageFault(`\`${superfluous}\` is one argument too many. See \`kview ${command.name} --help\``);
  return command.run(operand, options);
}

function readManifest(): { readonly version: string; readonly description: string } {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string; description: string };
}
