// The clock of the emulator: what time it is, forward and back, and how fast it runs.

import { get, post } from "./api.js";
import { h, redraw } from "./dom.js";
import { now } from "./state.js";
import { muchTime, t, wholeTime } from "./words.js";

export const name = "time";
const [MINUTE, HOUR, DAY, SHANGHAI] = [60, 3600, 86400, 8 * 3600];
const RATES = [1, 60, 600, 3600];

let told = { ahead: 0, rate: 1 };

export function forget() {
  told = { ahead: 0, rate: 1 };
}

export async function look() {
  told = await get("clock");
}

// Months of WeCom's quotas begin at midnight in Shanghai.
export function nextMonth(seconds) {
  const there = new Date((seconds + SHANGHAI) * 1000);
  return Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 1) / 1000 - SHANGHAI;
}

export function skips(acts) {
  const skip = (seconds) => acts.act(() => post("clock", { advance_seconds: seconds }));
  return [
    ["skipMinute", () => skip(MINUTE)],
    ["skipHour", () => skip(HOUR)],
    ["skipDay", () => skip(DAY)],
    ["skipMonth", () => acts.act(() => post("clock", { now: nextMonth(now()) }))],
  ];
}

function distance() {
  const ahead = Math.round(told.ahead);
  if (Math.abs(ahead) < 1) return t("asOutside");
  return t(ahead > 0 ? "ahead" : "behind", { much: muchTime(Math.abs(ahead)) });
}

function rateWord(rate) {
  if (rate === 1) return t("rateReal");
  const whole = rate % MINUTE === 0;
  return whole ? t("rateOf", { much: muchTime(rate) }) : t("rateOther", { n: rate });
}

export function draw(node, acts) {
  const running = () => acts.act(() => post("clock", { now: Date.now() / 1000, rate: 1 }));
  redraw(node, ["time", told.rate, distance()], () => {
    const rates = RATES.includes(told.rate) ? RATES : [...RATES, told.rate];
    return [
      h("p", { class: "nowis" }, h("span", {}, t("nowIs")), h("time", { class: "large" }), h("small", {}, distance())),
      h("h3", {}, t("forward")),
      h(
        "div",
        { class: "choices-row" },
        skips(acts).map(([word, act]) =>
          h("button", { class: "brand", "data-key": word, title: word === "skipMonth" ? t("skipMonthHint") : null, onclick: act }, `+ ${t(word)}`),
        ),
      ),
      h(
        "div",
        { class: "choices-row" },
        h("button", { class: "ordinary", "data-key": "back1", onclick: () => acts.act(() => post("clock", { advance_seconds: -HOUR })) }, t("backHour")),
        h("button", { class: "ordinary", "data-key": "real", onclick: running }, t("realTime")),
      ),
      h("h3", { id: "rate" }, t("rate")),
      h(
        "div",
        { class: "rates", role: "radiogroup", "aria-labelledby": "rate" },
        rates.map((rate) =>
          h(
            "label",
            {},
            h("input", {
              type: "radio",
              name: "rate",
              "data-key": `rate ${rate}`,
              checked: rate === told.rate,
              onchange: () => acts.act(() => post("clock", { rate })),
            }),
            rateWord(rate),
          ),
        ),
      ),
      h("p", { class: "hint" }, t("timeHint")),
    ];
  });
  node.querySelector(".large").textContent = wholeTime(now());
}
