import type { Command } from "./command.ts";
import type { Arguments } from "./options.ts";
import { readTemplate, settle } from "./template-file.ts";
import { writeOutput } from "./write-output.ts";

/** `kview compile`: a template in, its program or an earlier stage out, as JSON. */
export const compileCommand: Command = {
  name: "compile",
  summary: "compiles a template to a program, or shows a stage on the way",
  operand: { name: "template", value: "TEMPLATE", help: "the template's file, `-` for standard input" },
  options: [
    { name: "print", value: "WHAT", help: "the stage to print, program by default", choices: ["ast", "ir", "facts", "program"] },
    { name: "out", value: "FILE", help: "write to a file in place of standard output" },
  ],
  notes: ["A program is plain JSON: `loadTemplate` reads it again, without the parser."],
  run: compileFile,
};

async function compileFile(path: string, options: Arguments["options"]): Promise<void> {
  const file = await readTemplate(path);
  // Loaded when there is something to do: help, and what is wrong with the usage, comes at once.
  const { compile } = await import("../index.ts");
  const stages = new Map<string, unknown>();
  const { diagnostics } = compile(file.source, { name: file.name, inspect: (stage, value) => void stages.set(stage, value) });
  settle(file, diagnostics);
  const wanted = options.get("print") ?? "program";
  const text = wanted === "program" ? JSON.stringify(stages.get(wanted)) : JSON.stringify(stages.get(wanted), dropPositions, 2);
  await writeOutput(options.get("out") ?? "-", `${text}\n`);
}

/** Offsets say it all: the parser's lines and columns would be four fifths of what is printed. */
function dropPositions(key: string, value: unknown): unknown {
  return key === "loc" ? undefined : value;
}
