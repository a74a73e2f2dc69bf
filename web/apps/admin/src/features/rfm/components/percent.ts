/** A share as people read it: never 0 for something, never 100 for almost all. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0%";
  const share = (100 * part) / whole;
  if (share < 0.1) return "<0.1%";
  if (share > 99.9 && part < whole) return ">99.9%";
  return `${Number(share.toFixed(1))}%`;
}
