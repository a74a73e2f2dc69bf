/** A share as the guide writes it: at most one decimal, never 0 or 100 that are not. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return "<0.1%";
  if (share < 1 && share > 0.999) return ">99.9%";
  return `${Math.round(share * 1000) / 10}%`;
}
