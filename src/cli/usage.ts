import type { Command } from "./command.ts";
import type { Option } from "./options.ts";

const exitCodes = ["Exit codes: 0 fine, 1 the template is at fault, 2 usage or data at fault, 70 a bug of kview."];

/** Formats what `kview --help` prints. */
export function formatProgramHelp(commands: readonly Command[], description: string): string {
  return joinSections([
    [description],
    ["Usage: kview COMMAND [OPTIONS]"],
    ["Commands:", ...alignRows(commands.map(({ name, summary }) => [name, summary]))],
    [
      "Options:",
      ...alignRows([
        ["--help", "show this text, or a command's own"],
        ["--version", "print the version"],
      ]),
    ],
    exitCodes,
  ]);
}

/** Formats what `kview COMMAND --help` prints. */
export function formatCommandHelp(command: Command): string {
  const { name, summary, operand, options, notes } = command;
  return joinSections([
    [summary],
    [formatUsage(command)],
    alignRows([[operand.value, operand.help]]),
    ["Options:", ...alignRows(options.map((option) => [formatOption(option), describe(option)]))],
    notes,
    exitCodes,
  ]).replace(/^/, `kview ${name}: `);
}

/** Formats the one line that shows how a command is called. */
function formatUsage({ name, operand, options }: Command): string {
  const parts = options.map((option) => (option.required ? formatOption(option) : `[${formatOption(option)}]`));
  return `Usage: kview ${name} ${operand.value} ${parts.join(" ")}`;
}

function formatOption({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function describe({ help, choices }: Option): string {
  return choices === undefined ? help : `${help}: ${choices.join(", ")}`;
}

function alignRows(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function joinSections(sections: readonly (readonly string[])[]): string {
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
