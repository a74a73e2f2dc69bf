import type { Rota, Rules, Span } from "../api/rota.ts";

export const DAY = 1440;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Spans that differ in their weekday only, as one row of the form. */
export interface Block {
  key: number;
  /** null: all who have no hours of their own. */
  staff: number | null;
  weekdays: number[];
  /** As a clock shows it; an end not after the start is on the next day. */
  from: string;
  to: string;
}

export interface Draft {
  blocks: Block[];
  cap: number | null;
  caps: Record<number, number>;
  standIns: number[];
}

const MINUTES = 60;

export function clockOf(minute: number): string {
  const of = minute % DAY;
  return [Math.floor(of / MINUTES), of % MINUTES]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * MINUTES + minutes;
}

/** Whether a row ends on the day after it began. */
export function isOvernight({ from, to }: Pick<Block, "from" | "to">): boolean {
  return to !== "00:00" && minuteOf(to) <= minuteOf(from);
}

function spansOf(block: Block): Span[] {
  const start = minuteOf(block.from);
  const end = minuteOf(block.to);
  const stop = end > start ? end : end + DAY;
  return block.weekdays.map((weekday) => ({ staff_id: block.staff, weekday, start, stop }));
}

export function draftOf(rota: Rota): Draft {
  const blocks = new Map<string, Block>();
  for (const span of rota.hours ?? []) {
    const staff = span.staff_id ?? null;
    const key = `${staff} ${span.start} ${span.stop}`;
    const known = blocks.get(key);
    if (known) known.weekdays.push(span.weekday);
    else {
      blocks.set(key, {
        key: blocks.size,
        staff,
        weekdays: [span.weekday],
        from: clockOf(span.start),
        to: clockOf(span.stop),
      });
    }
  }
  return {
    blocks: [...blocks.values()],
    cap: rota.day_cap ?? null,
    caps: Object.fromEntries((rota.caps ?? []).map((cap) => [cap.staff_id, cap.day_cap])),
    standIns: rota.stand_in_ids ?? [],
  };
}

export function rulesOf(draft: Draft): Rules {
  return {
    hours: draft.blocks.flatMap(spansOf),
    day_cap: draft.cap,
    caps: Object.entries(draft.caps).map(([staff, cap]) => ({
      staff_id: Number(staff),
      day_cap: cap,
    })),
    stand_in_ids: draft.standIns,
  };
}
