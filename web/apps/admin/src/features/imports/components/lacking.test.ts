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

test("behaviour needs what happened, when and whose it is", () => {
  expect(lackingOf("events", ["at", "phone"], targets)).toBe("kind");
  expect(lackingOf("events", ["kind", "phone"], targets)).toBe("at");
  expect(lackingOf("events", ["kind", "at", "prop:title"], targets)).toBe("who");
  expect(lackingOf("events", ["kind", "at", "phone"], targets)).toBeNull();
  expect(lackingOf("events", ["at", "phone"], targets, "page.viewed")).toBeNull();
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
