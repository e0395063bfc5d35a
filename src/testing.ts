export type { HostCall } from "./testing/calls.ts";
export { createTestHost, type TestHost } from "./testing/create-test-host.ts";
export type { TestHostOptions } from "./testing/options.ts";
export type { RecordedCommand, RecordedFetch, RecordedRequest, RecordedSearch, RecordedUpdate } from "./testing/recorded.ts";
