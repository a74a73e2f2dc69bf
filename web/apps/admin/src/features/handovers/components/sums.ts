import type { Tone } from "@yutang/ui";
import type { Handover, Sums } from "../api/reading.ts";

/** The parts of a handover as they are shown, in the order in which people go through them. */
export const PARTS = ["accepted", "waiting", "refused", "full", "failed", "planned"] as const;
export type Part = (typeof PARTS)[number];

/** What WeCom took and what it says waits are one to whom looks on. */
export function partOf(customers: Sums, part: Part): number {
  return part === "waiting" ? customers.asked + customers.waiting : customers[part];
}

/** Everybody it was made with, but for those left out. */
export function peopleOf(customers: Sums): number {
  return PARTS.reduce((sum, part) => sum + partOf(customers, part), 0);
}

/** How many of a hundred; a part that is there is never drawn as nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 || part === 0 ? 0 : Math.max(0.5, (part / whole) * 100);
}

const tones: Record<Handover["state"], Tone> = {
  running: "info",
  waiting: "info",
  done: "ok",
  stopped: "off",
  failed: "bad",
};

/** What ended and left somebody behind whom it was to take is no good end. */
export function toneOf(one: Pick<Handover, "state" | "customers" | "groups">): Tone {
  const behind = one.customers.failed + one.customers.full + one.groups.failed;
  return one.state === "done" && behind > 0 ? "warn" : tones[one.state];
}

export const partTones: Record<string, Tone> = {
  planned: "off",
  asking: "info",
  asked: "info",
  waiting: "info",
  accepted: "ok",
  done: "ok",
  refused: "warn",
  full: "warn",
  failed: "bad",
  excluded: "off",
};
