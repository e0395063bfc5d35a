/** What shows of the machine: a path, a stack, the zone that the tests run in and nobody passes. */
export const hostTraces =
  /\bfile:|\bnode:|node_modules|\bat Object\.|\n\s+at |\/(work|home|usr|tmp|root|var)\/|[A-Z]:\\|Kathmandu|Nepal|[+]0?5:?45|\.ts:\d|\.mjs:\d|\bhappy-dom\b/;
