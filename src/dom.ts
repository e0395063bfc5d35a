export { loadTemplate } from "./entry/load-template.ts";
export { hydrate, type MountedCard, mount } from "./render/dom.ts";
export type { RenderOptions } from "./render/options.ts";
export type {
  CommandPayload,
  FetchAnswer,
  FetchInit,
  Host,
  HostClock,
  HostPermission,
  HostRequest,
  StorageArea,
} from "./runtime/host.ts";
