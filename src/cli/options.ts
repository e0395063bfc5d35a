import { parseArgs } from "node:util";
import { suggestName } from "../diagnostics/suggest.ts";
import { UsageFault } from "./fault.ts";

/** One option of a command, as the usage text shows it. */
export interface Option {
  readonly name: string;
  /** What stands for its value in the usage text; absent: a flag. */
  readonly value?: string;
  readonly help: string;
  readonly required?: true;
  /** The values that it may have; absent: any text. */
  readonly choices?: readonly string[];
}

/** What a command line says: option values by name, flags as `"true"`. */
export interface Arguments {
  readonly options: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

/**
 * Parses the arguments of a command strictly: an unknown option, a missing or superfluous value, a value that is not
 * among the choices, an option given twice are usage faults that name the option.
 */
export function parseOptions(args: readonly string[], table: readonly Option[]): Arguments {
  const known = new Map(table.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    // The parser only cuts; being told of every mistake in our own words is why it isn't strict.
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(table.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" } as const])),
  });
  const options = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.get(token.name);
    if (option === undefined)
      throw new UsageFault(
        `unknown option \`${token.rawName}\`${toHint(
          token.rawName,
          [...known.keys()].map((name) => `--${name}`),
        )}`,
      );
    if (options.has(option.name)) throw new UsageFault(`\`--${option.name}\` is given twice`);
    options.set(option.name, readValue(option, token.value, token.inlineValue === true));
  }
  for (const { name, value, required } of table) {
    if (required && !options.has(name)) throw new UsageFault(`\`--${name} ${value}\` is missing`);
  }
  return { options, positionals };
}

function readValue(option: Option, value: string | undefined, inline: boolean): string {
  const { name, value: placeholder, choices } = option;
  if (placeholder === undefined) {
    if (value !== undefined) throw new UsageFault(`\`--${name}\` takes no value`);
    return "true";
  }
  // `--data --theme dark`: the next option is not this one's value. `--data=--x` says that it is.
  if (value === undefined || value === "" || (!inline && value.startsWith("-") && value !== "-")) {
    throw new UsageFault(`\`--${name}\` needs a value: \`--${name} ${placeholder}\``);
  }
  if (choices !== undefined && !choices.includes(value)) {
    throw new UsageFault(`\`--${name}\` has to be one of ${choices.join(", ")}, not \`${value}\`${toHint(value, choices)}`);
  }
  return value;
}

/** A did-you-mean to append, or nothing. */
export function toHint(name: string, candidates: Iterable<string>): string {
  const meant = suggestName(name, candidates);
  return meant === undefined ? "" : `; did you mean \`${meant}\`?`;
}
