/** The moment at which a clock in `zone` shows `local` (2026-11-26T10:00), as ISO text. */
export function momentIn(local: string, zone: string): string {
  const guess = new Date(`${local}:00Z`);
  const shown = (at: Date) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" })
      .format(at)
      .replace(" ", "T");
  const off = new Date(`${shown(guess)}Z`).getTime() - guess.getTime();
  const first = new Date(guess.getTime() - off);
  // Where a clock is put forward or back, the other side of the change counts.
  const again = new Date(`${shown(first)}Z`).getTime() - guess.getTime();
  return new Date(first.getTime() - again).toISOString();
}
