import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import type { Log } from "../api/log.ts";
import { size, verdict } from "./words.ts";

const t = ((key: string, values?: { count?: number }) =>
  `${key} ${values?.count ?? ""}`.trim()) as unknown as TFunction;
const log = {
  months: [],
  months_ahead: 3,
  reading: { readers: [], held: null, oldest_seconds: null },
} as unknown as Log;

test("sizes have three figures at most", () => {
  expect([0, 999, 1200, 45_600_000, 7_890_000_000].map(size)).toEqual([
    "0 B",
    "999 B",
    "1.2 kB",
    "46 MB",
    "7.9 GB",
  ]);
});

test("what holds readers back is said before anything else", () => {
  const held = { seconds: 1790 } as Log["reading"]["held"];
  expect(verdict({ ...log, months_ahead: 0, reading: { ...log.reading, held } }, t)).toEqual({
    calm: false,
    text: "log.verdict.held 30",
  });
  expect(verdict({ ...log, months_ahead: 0 }, t).text).toBe("log.verdict.short");
  expect(verdict(log, t)).toEqual({ calm: true, text: "log.verdict.uncounted" });
  const months = [{ rows: 2, cold_rows: 1 }] as Log["months"];
  expect(verdict({ ...log, months }, t)).toEqual({ calm: true, text: "log.verdict.calm" });
});
