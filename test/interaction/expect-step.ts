import type { HostCall } from "../../src/testing/calls.ts";
import { findAll, findOne } from "./find-element.ts";
import type { Stage } from "./stage.ts";
import type { ElementState, Expectation, Step } from "./step.ts";

/** Gives what is otherwise than a step expects, in words; `undefined` when nothing is. */
export function findFault(stage: Stage, step: Expectation): string | undefined {
  const { host } = stage;
  switch (step.do) {
    case "expect-text":
      return unlike(step.text, findOne(stage, step.target).textContent);
    case "expect-value":
      return unlike(step.value, (findOne(stage, step.target) as HTMLInputElement).value);
    case "expect-attribute":
      return unlike(step.value, findOne(stage, step.target).getAttribute(step.name));
    case "expect-count":
      return unlike(step.count, findAll(stage, step.target).length);
    case "expect-state":
      return hasState(stage, step) ? undefined : `it is not ${step.state}`;
    case "expect-requests":
      return unlike(step.count, host.calls.filter(isRequest).length);
    case "expect-request": {
      const sent = host.calls.filter(isRequest).filter(({ method, url }) => method === step.method && url === step.url);
      if (sent.length === 0) return `it was not sent; this was asked: ${print(host.calls)}`;
      return step.body === undefined || sent.some(({ body }) => isSame(body, step.body)) ? undefined : `it was sent with ${print(sent)}`;
    }
    case "expect-clipboard":
      return unlike(step.text, host.copied);
    case "expect-notify":
      return host.calls.some((call) => call.service === "notify" && call.kind === step.kind && call.message === step.message)
        ? undefined
        : `this was asked: ${print(host.calls)}`;
    case "expect-diagnostic":
      return stage.reports?.some((report) => isReport(report, step)) !== false ? undefined : `these were reported: ${print(stage.reports)}`;
  }
}

/** Gives failures that were reported and that no step expects. */
export function findUnexpected({ reports = [] }: Stage, steps: readonly Step[]): readonly string[] {
  const failures = reports.filter((report) => /^(run\/(?!refused)|limit\/)/.test(report));
  return failures.filter((report) => !steps.some((step) => step.do === "expect-diagnostic" && isReport(report, step)));
}

function isReport(report: string, { code, part }: { readonly code: string; readonly part: string }): boolean {
  return report.startsWith(`${code}: `) && report.includes(part);
}

function hasState(stage: Stage, { target, state }: Extract<Expectation, { readonly state: ElementState }>): boolean {
  const [element] = findAll(stage, target);
  switch (state) {
    case "absent":
      return element === undefined;
    case "present":
      return element !== undefined;
    case "focused":
      return element !== undefined && element === document.activeElement;
    case "checked":
    case "unchecked":
      return (element as HTMLInputElement | undefined)?.checked === (state === "checked");
    case "disabled":
    case "enabled":
      return (element as HTMLInputElement | undefined)?.disabled === (state === "disabled");
  }
}

type Sent = Extract<HostCall, { readonly service: "request" | "fetch" }>;

const isRequest = (call: HostCall): call is Sent => call.service === "request" || call.service === "fetch";
const print = (value: unknown) => JSON.stringify(value);

/** Bodies of requests as JSON: `fetch` sends them as text. */
function isSame(found: unknown, expected: unknown): boolean {
  return print(found) === print(expected) || found === print(expected);
}

function unlike(expected: unknown, found: unknown): string | undefined {
  return expected === found ? undefined : `found ${print(found)}`;
}
