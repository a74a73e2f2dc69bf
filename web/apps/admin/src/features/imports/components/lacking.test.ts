import assert from "node:assert/strict";
import { test } from "node:test";
import { lackingOf } from "./lacking.ts";

const targets = [
  { key: "phone", identity: true },
  { key: "name", identity: false },
];

test("customers have to be recognised by something", () => {
  assert.equal(lackingOf("members", ["name"], targets), "identity");
  assert.equal(lackingOf("members", ["name", "phone"], targets), null);
});

test("orders need a number, a time and money, each once", () => {
  assert.equal(lackingOf("orders", ["placed_at", "amount"], []), "number");
  assert.equal(lackingOf("orders", ["number", "amount"], []), "time");
  assert.equal(lackingOf("orders", ["number", "paid_at"], []), "money");
  const whole = ["number", "paid_at", "amount"];
  assert.equal(lackingOf("orders", whole, []), null);
  assert.equal(lackingOf("orders", [...whole, "row_amount"], []), "both");
  assert.equal(lackingOf("orders", [...whole, "refund", "row_refund"], []), "bothRefunds");
});
