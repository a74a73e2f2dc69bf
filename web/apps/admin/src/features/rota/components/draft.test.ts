import { describe, expect, it } from "vitest";
import type { Rota } from "../api/rota.ts";
import { clockOf, draftOf, isOvernight, rulesOf } from "./draft.ts";

const rota = {
  hours: [
    { staff_id: null, weekday: 1, start: 540, stop: 1260 },
    { staff_id: null, weekday: 2, start: 540, stop: 1260 },
    { staff_id: 7, weekday: 6, start: 1200, stop: 1560 },
    { staff_id: 7, weekday: 7, start: 0, stop: 1440 },
  ],
  day_cap: 50,
  caps: [{ staff_id: 7, day_cap: 0 }],
  stand_in_ids: [9, 8],
} as unknown as Rota;

describe("a rota as rows of a form", () => {
  it("puts days with the same hours into one row and comes back as it was", () => {
    const draft = draftOf(rota);
    expect(draft.blocks.map((one) => [one.staff, one.weekdays, one.from, one.to])).toEqual([
      [null, [1, 2], "09:00", "21:00"],
      [7, [6], "20:00", "02:00"],
      [7, [7], "00:00", "00:00"],
    ]);
    expect(draft.blocks.map(isOvernight)).toEqual([false, true, false]);
    expect(rulesOf(draft)).toEqual(rota);
  });

  it("keeps minutes", () => {
    expect(clockOf(605)).toBe("10:05");
  });
});
