import { expect, test } from "vitest";
import { lackingOf } from "./lacking.ts";

const targets = [
  { key: "phone", identity: true },
  { key: "name", identity: false },
];

test("customers have to be recognised by something", () => {
  expect(lackingOf("members", ["name"], targets)).toBe("identity");
  expect(lackingOf("members", ["name", "phone"], targets)).toBeNull();
});

test("orders need a number, a time and money, each once", () => {
  expect(lackingOf("orders", ["placed_at", "amount"], [])).toBe("number");
  expect(lackingOf("orders", ["number", "amount"], [])).toBe("time");
  expect(lackingOf("orders", ["number", "paid_at"], [])).toBe("money");
  const whole = ["number", "paid_at", "amount"];
  expect(lackingOf("orders", whole, [])).toBeNull();
  expect(lackingOf("orders", [...whole, "row_amount"], [])).toBe("both");
  expect(lackingOf("orders", [...whole, "refund", "row_refund"], [])).toBe("bothRefunds");
});
