import { count } from "@yutang/ui";

/** Fen as yuan, with as many decimals as there are. */
export function yuan(fen: number): string {
  const whole = Math.trunc(fen / 100);
  const rest = Math.abs(fen % 100);
  return rest === 0 ? count(whole) : `${count(whole)}.${String(rest).padStart(2, "0")}`;
}

export const toFen = (value: number | null | undefined): number => Math.round((value ?? 0) * 100);
