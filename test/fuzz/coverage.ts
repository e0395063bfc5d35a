import { Session } from "node:inspector/promises";

/** Counts calls of functions in modules of ours. Gives what stops it and tells the modules of which some function ran, relative to `src`. */
export async function startCoverage(): Promise<() => Promise<ReadonlySet<string>>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  return async () => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    session.disconnect();
    const ran = result.filter(({ functions }) =>
      functions.some(({ functionName, ranges }) => functionName !== "" && (ranges[0]?.count ?? 0) > 0),
    );
    return new Set(ran.flatMap(({ url }) => /\/src\/(.+\.ts)/.exec(url)?.[1] ?? []));
  };
}
