export type { PoolCard, PoolRenderOptions } from "./pool/card.ts";
export { createRenderPool } from "./pool/create-render-pool.ts";
export type { PoolOptions } from "./pool/options.ts";
export { PoolError, type PoolErrorCode } from "./pool/pool-error.ts";
export type { ExitCause, ProcessExit } from "./pool/process-exit.ts";
export type { RenderPool } from "./pool/render-pool.ts";
export type { FailureReason, PoolResult } from "./pool/result.ts";
