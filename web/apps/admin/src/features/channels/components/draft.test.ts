import { expect, test } from "vitest";
import { room, toChannel } from "./draft.ts";

const base = { name: "x", staff_ids: [1], tag_ids: [], skip_verify: true };

test("room is told in characters and keeps space for names", () => {
  expect(room("")).toBe(1333);
  expect(room("{name}")).toBe(Math.floor((4000 - 128 - 6) / 3));
  expect(room("a".repeat(5000))).toBe(0);
});

test("nothing written is no welcome", () => {
  expect(toChannel(base, undefined).welcome).toBeNull();
});

test("picture and link are attached in this order", () => {
  const channel = toChannel({ ...base, linkUrl: "https://a.cn", linkTitle: "t" }, 7);
  expect(channel.welcome?.attachments?.map((part) => part.kind)).toEqual(["image", "link"]);
});
