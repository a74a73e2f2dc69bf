import { expect, test } from "vitest";
import { browserOf } from "./browserOf.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0",
    { browser: "Edge 129", system: "Windows", phone: false },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 wxwork/4.1.39 MicroMessenger/7.0.1",
    { browser: "WeCom 4", system: "iPhone", phone: true },
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    { browser: "Safari 17", system: "macOS", phone: false },
  ],
  ["curl/8.5.0", { browser: "", system: "", phone: false }],
  ["", { browser: "", system: "", phone: false }],
])("what %s is called", (agent, expected) => {
  expect(browserOf(agent)).toEqual(expected);
});
