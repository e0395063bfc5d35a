import { spawnSync } from "node:child_process";

/** Runs a part of this benchmark in a process of its own, as on a server, and gives what it found. */
export function runFresh<Result>(role: string, args: readonly string[] = [], flags: readonly string[] = []): Result {
  const { status, stdout } = spawnSync(process.execPath, [...flags, process.argv[1] ?? "", role, ...args], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${[role, ...args].join(" ")} ended with ${status}`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n", stdout.length - 2) + 1)) as Result;
}

/** Runs it in several processes, one after the other. */
export function runSeveral<Result>(
  processes: number,
  role: string,
  args?: readonly string[],
  flags?: readonly string[],
): readonly Result[] {
  return Array.from({ length: processes }, () => runFresh<Result>(role, args, flags));
}

/** Plays the role that `process.argv` names, if it is one of these, and gives its result to whoever started this process. */
export async function playRole(roles: Readonly<Record<string, (...args: never[]) => unknown>>): Promise<boolean> {
  const [, , name = "", ...args] = process.argv;
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role === undefined) return false;
  console.log(JSON.stringify(await role(...(args as never[]))));
  return true;
}
