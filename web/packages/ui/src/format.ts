/** Numbers and moments as the guide writes them; a zone is the corp's. */
export const nothing = "–";

export function count(value: number): string {
  return value.toLocaleString("en-US");
}

export function clock(moment: string | Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(moment));
}

export function fullMoment(moment: string | Date, zone: string): string {
  return `${new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(moment))} (${zone})`;
}

export function shortMoment(moment: string | Date, zone: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(new Date(moment))
      .map((part) => [part.type, part.value]),
  );
  return `${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** Milliseconds as seconds with one decimal; below a tenth of a second two. */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value < 0.1 ? value.toFixed(2) : value.toFixed(1);
}

/** The first letter of a name, whole even when it is an emoji. */
export function initial(name: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name.trim());
  for (const { segment } of segments) return segment.toUpperCase();
  return "?";
}

/** Bytes of UTF-8: what WeCom counts. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Large counts in short, as the language does it; those below 10,000 whole. */
export function compact(value: number, language: string): string {
  if (value < 10_000) return count(value);
  return new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 })
    .format(value)
    .replace(/([\d.])([\u4e07\u4ebf])/, "$1 $2");
}

/** A change against a period before: +12.4 %, or null where there was nothing to compare with. */
export function change(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 1000) / 10;
}

/** A day and a time as they stand in facts and fields: 2026-11-22 14:36. */
export function dateTime(moment: string | Date, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(moment));
}
