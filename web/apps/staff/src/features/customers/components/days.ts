import { dayOf } from "@yutang/ui";

const DAY_MS = 86_400_000;

/** Calendar days of the zone from a moment until now; 0 is today. */
export function daysSince(moment: string, zone: string, now = new Date()): number {
  const day = (of: string | Date) => Date.parse(`${dayOf(of, zone)}T00:00:00Z`);
  return Math.max(0, Math.round((day(now) - day(moment)) / DAY_MS));
}
