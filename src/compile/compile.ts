import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../diagnostics/sort.ts";
import { toNatives } from "../ir/natives.ts";
import type { Program } from "../ir/program.ts";
import { Template } from "../ir/template.ts";
import type { PolicyEnv } from "../policy/env.ts";
import { icons } from "../policy/icons.ts";
import type { Limits } from "../policy/limits.ts";
import { parseTemplate } from "./1-parse/parse.ts";
import { lowerTemplate } from "./2-lower/lower.ts";
import { analyseTemplate } from "./3-analyse/analyse.ts";
import { Optimiser } from "./4-optimise/optimise.ts";
import type { ComponentSources } from "./component-source.ts";
import { Reporter } from "./reporter.ts";

/** What the pipeline is given besides the source; `compile` of the public entry fills in the defaults. */
export interface PipelineOptions {
  readonly name: string;
  readonly context: string | undefined;
  readonly components: ComponentSources;
  readonly names: ReadonlySet<string>;
  readonly limits: Limits;
  readonly policy: PolicyEnv;
  /** Sees the result of each stage, for `kview compile --print`. */
  readonly inspect?: (stage: "ast" | "ir" | "facts" | "program", value: unknown) => void;
}

export type CompileResult =
  | { readonly ok: true; readonly template: Template; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Runs the pipeline, top to bottom. Nothing of the source is executed. */
export function compileTemplate(source: string, options: PipelineOptions): CompileResult {
  const reporter = new Reporter(source);
  const program = withinStack(options.limits, reporter, () => toProgram(source, options, reporter));
  const diagnostics = sortDiagnostics(reporter.found);
  return program === undefined || reporter.failed
    ? { ok: false, diagnostics }
    : { ok: true, template: new Template(program, toNatives(program, options.components), icons), diagnostics };
}

/**
 * Runs the passes, which recurse with the nesting of the template. The nesting limit is far below what a fresh stack holds; a host
 * that compiles deep inside its own calls gets the same finding in place of a stack overflow.
 */
function withinStack<T>(limits: Limits, reporter: Reporter, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) throw error;
    reporter.add("limit/nesting", undefined, { limit: limits.nesting });
    return undefined;
  }
}

function toProgram(source: string, options: PipelineOptions, reporter: Reporter): Program | undefined {
  const { limits, inspect } = options;

  const file = parseTemplate(source, limits, reporter);
  if (file === undefined) return undefined;
  inspect?.("ast", file);

  const lowered = lowerTemplate(file, source, limits, reporter);
  if (lowered === undefined) return undefined;
  inspect?.("ir", lowered.script);

  const optimiser = new Optimiser(lowered, options.components);
  const { script, facts } = analyseTemplate(
    lowered.script,
    { ...options, ownNames: lowered.ownNames, candidates: () => toCandidates(options.names, lowered.declarations) },
    reporter,
    optimiser.finish,
  );
  inspect?.("facts", facts);
  // A tree with errors in it is not worth optimising; everything that can be found has been.
  if (reporter.failed) return undefined;

  const optimised = optimiser.optimise(script, facts);
  const program: Program = {
    format: "kview",
    version: 1,
    name: options.name,
    lines: reporter.lines,
    script: optimised.script,
    bindings: optimised.bindings,
    frames: optimised.frames,
    components: optimised.components,
    facts,
    scopeId: hashText(source),
  };
  inspect?.("program", program);
  return program;
}

/** What a misspelt name could have meant: the template's own names first. */
function toCandidates(
  names: ReadonlySet<string>,
  declarations: readonly { readonly name: string; readonly kind: string }[],
): ReadonlySet<string> {
  return new Set([...declarations.flatMap(({ name, kind }) => (kind === "hidden" ? [] : [name])), ...names]);
}

/** FNV-1a, 32 bit, in base 36: names a template's style scope. Not a secret and not a promise of uniqueness. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
