import { ChildChannel } from "./child-channel.ts";
import type { ChildSettings } from "./messages.ts";
import { serveOrders } from "./serve-orders.ts";

// The process that renders. What ends the host, or tells it to end, reaches all processes of a terminal or a service: the host alone
// decides when its children go. Should it be gone, the channel ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
await serveOrders(new ChildChannel(), JSON.parse(process.argv[2] ?? "") as ChildSettings);
