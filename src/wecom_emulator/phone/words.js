// Words in the language of the page, and how moments are written.

import { EN } from "./words_en.js";
import { ZH } from "./words_zh.js";

export const lang = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh";
const table = lang === "en" ? EN : ZH;
const LOCALE = lang === "en" ? "en-GB" : "zh-CN";
const DAY = 86400;

export function t(key, values = {}) {
  return table[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// What the emulator may name before the page has a word for it.
export const known = (key, otherwise) => table[key] ?? otherwise;

const FORMATS = new Map();

function written(seconds, options) {
  const key = JSON.stringify(options);
  // A formatter is dear to make and the page writes many moments.
  if (!FORMATS.has(key)) FORMATS.set(key, new Intl.DateTimeFormat(LOCALE, options));
  return FORMATS.get(key).format(seconds * 1000);
}

// Midnight is 00:00, never 24:00.
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

export function clockTime(seconds, withSeconds = false) {
  return written(seconds, withSeconds ? { ...CLOCK, second: "2-digit" } : CLOCK);
}

export function dayTime(seconds, withSeconds = false) {
  const more = withSeconds ? { second: "2-digit" } : {};
  return written(seconds, { month: "short", day: "numeric", ...CLOCK, ...more });
}

export function wholeTime(seconds) {
  return written(seconds, { year: "numeric", month: "long", day: "numeric", weekday: "short", ...CLOCK, second: "2-digit" });
}

function dayOf(seconds) {
  const date = new Date(seconds * 1000);
  return Math.round(new Date(date.getFullYear(), date.getMonth(), date.getDate()) / 1000 / DAY);
}

// As WeChat says it: the hour of today, yesterday, the weekday within a week, then the date.
function dayWord(seconds, now) {
  const ago = dayOf(now) - dayOf(seconds);
  if (ago === 0) return "";
  if (ago === 1) return t("yesterday");
  if (ago > 1 && ago < 7) return written(seconds, { weekday: "long" });
  const far = new Date(seconds * 1000).getFullYear() !== new Date(now * 1000).getFullYear();
  return written(seconds, { ...(far ? { year: "numeric" } : {}), month: "short", day: "numeric" });
}

export function chatTime(seconds, now) {
  return `${dayWord(seconds, now)} ${clockTime(seconds)}`.trim();
}

export function listTime(seconds, now) {
  return dayWord(seconds, now) || clockTime(seconds);
}

export function dayName(seconds, now) {
  return dayWord(seconds, now) || t("today");
}

export function muchTime(seconds) {
  const [days, hours, minutes] = [Math.floor(seconds / DAY), Math.floor((seconds % DAY) / 3600), Math.floor((seconds % 3600) / 60)];
  const said = [days && t("days", { n: days }), hours && t("hours", { n: hours }), minutes && t("minutes", { n: minutes })];
  return said.filter(Boolean).slice(0, 2).join(" ") || t("minutes", { n: 0 });
}
