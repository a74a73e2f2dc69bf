import { expect, test } from "vitest";
import { momentIn } from "./moments.ts";

test("a wall clock's time is a moment of its zone", () => {
  expect(momentIn("2026-11-26T10:00", "Asia/Shanghai")).toBe("2026-11-26T02:00:00.000Z");
  expect(momentIn("2026-07-01T08:30", "Europe/Berlin")).toBe("2026-07-01T06:30:00.000Z");
  expect(momentIn("2026-10-25T12:00", "Europe/Berlin")).toBe("2026-10-25T11:00:00.000Z");
});
