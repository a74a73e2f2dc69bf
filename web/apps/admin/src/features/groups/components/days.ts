import type { Day } from "../api/groups.ts";

/** What a day of WeCom's and ours differ by, where both are known; ours counted as WeCom counts. */
export function difference(day: Day): number | null {
  return day.wecom ? day.ours.members_joined - day.wecom.joined : null;
}

export interface Compared {
  days: number;
  ours: number;
  wecom: number;
}

/** The sums of those days of which both are known: only they can be compared. */
export function compared(days: readonly Day[]): Compared {
  const both = days.filter((day) => day.wecom !== null);
  const sum = (value: (day: Day) => number) => both.reduce((total, day) => total + value(day), 0);
  return {
    days: both.length,
    ours: sum((day) => day.ours.members_joined),
    wecom: sum((day) => day.wecom?.joined ?? 0),
  };
}
