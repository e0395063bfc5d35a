// @vitest-environment happy-dom
import { comparePlays } from "./compare-plays.ts";
import { readInteractionCases } from "./read-cases.ts";

comparePlays(readInteractionCases().filter(({ name }) => name.startsWith("wild/")));
