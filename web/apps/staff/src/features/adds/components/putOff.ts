import { shift } from "./day.ts";

const HOUR_MS = 3_600_000;

/** When a task may be put off to: in an hour, tomorrow at ten, in a week at ten; the zone's clock. */
export function later(now: Date, zone: string): { key: "hour" | "tomorrow" | "week"; at: Date }[] {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
    now,
  );
  const ten = (days: number) => {
    const guess = new Date(`${shift(today, days)}T10:00:00Z`);
    const shown = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    }).format(guess);
    return new Date(2 * guess.getTime() - Date.parse(`${shown.replace(" ", "T")}Z`));
  };
  return [
    { key: "hour", at: new Date(now.getTime() + HOUR_MS) },
    { key: "tomorrow", at: ten(1) },
    { key: "week", at: ten(7) },
  ];
}
