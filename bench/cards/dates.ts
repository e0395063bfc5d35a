const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const pad = (n: number) => (n < 10 ? `0${n}` : String(n));

/** `Oct 2, 2026`, in UTC. */
export function toDay(date: Date): string {
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

/** `15:04`, in UTC. */
export function toClock(date: Date): string {
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/** `Oct 2, 2026 3:04 PM`, in UTC. */
export function toInstant(date: Date): string {
  const hours = date.getUTCHours();
  return `${toDay(date)} ${hours % 12 || 12}:${pad(date.getUTCMinutes())} ${hours < 12 ? "AM" : "PM"}`;
}
