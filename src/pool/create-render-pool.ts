import { createLaunch } from "./launch.ts";
import { type PoolOptions, toPoolSettings } from "./options.ts";
import { ProcessPool } from "./process-pool.ts";
import type { RenderPool } from "./render-pool.ts";

/**
 * Creates a pool of processes that render cards, for servers that render templates of people whom they don't know.
 *
 * The processes are started at once, without the host's environment, with a bounded heap, and under flags that take from them what
 * rendering does not need. A card that uses up its time or memory, or breaks its process in any way, is a failed card; all others come
 * out right, each once. What leaves a process is checked before it is believed. Needs Node; a pool that is idle does not keep it alive.
 *
 * Throws a `TypeError` for a wrong option, naming it.
 *
 * @example
 * const pool = createRenderPool({ size: 1, memoryMb: 128 });
 * const data = { resource: "customer", customer: { name: "Ada" } };
 * const result = await pool.render({ template, data });
 * console.log(result.ok, result.html); // → true <p>Ada</p>
 * await pool.close();
 */
export function createRenderPool(options: PoolOptions = {}): RenderPool {
  const settings = toPoolSettings(options);
  return new ProcessPool(settings, createLaunch(settings));
}
