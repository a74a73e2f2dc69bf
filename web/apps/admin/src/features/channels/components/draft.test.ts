import { expect, test } from "vitest";
import { room } from "../../../shared/welcome.ts";
import type { Channel } from "../api/channels.ts";
import { type Draft, fromChannel, toChannel } from "./draft.ts";
import { departmentTree } from "./tree.ts";

const base: Draft = { name: "x", staff: [{ id: 1, name: "a" }], tag_ids: [], skip_verify: true };

test("room is told in characters and keeps space for names", () => {
  expect(room("")).toBe(1333);
  expect(room("{name}")).toBe(Math.floor((4000 - 128 - 6) / 3));
  expect(room("{refuse_link}")).toBe(Math.floor((4000 - 256 - 13) / 3));
  expect(room("a".repeat(5000))).toBe(0);
});

test("nothing written is no welcome", () => {
  expect(toChannel(base).welcome).toBeNull();
});

test("picture and link are attached in this order", () => {
  const channel = toChannel({ ...base, linkUrl: "https://a.cn", linkTitle: "t", picture: 7 });
  expect(channel.welcome?.attachments?.map((part) => part.kind)).toEqual(["image", "link"]);
});

const channel = {
  name: "card",
  remark: "card",
  staff: [
    { id: 1, name: "a", account: "a", left: true },
    { id: 2, name: "b", account: "b", left: false },
  ],
  tags: [{ id: 5, name: "t" }],
  skip_verify: false,
  welcome: {
    text: "hi",
    text_nameless: "",
    attachments: [
      { kind: "image", file_id: 3 },
      { kind: "image", file_id: 4 },
    ],
  },
} as unknown as Channel;

test("an edit keeps what the form has no field for, and everyone", () => {
  const body = toChannel(fromChannel(channel));
  expect(body.staff_ids).toEqual([1, 2]);
  expect(body.welcome?.attachments).toEqual([
    { kind: "image", file_id: 3 },
    { kind: "image", file_id: 4 },
  ]);
  expect(body.remark).toBe("");
});

test("a copy has a name of its own and nobody who left", () => {
  const copy = fromChannel({ ...channel, remark: "other" }, "card 2");
  expect([copy.name, copy.staff.map((one) => one.id), copy.remark]).toEqual([
    "card 2",
    [2],
    undefined,
  ]);
});

test("departments whose parent is out of sight stand at the top", () => {
  expect(
    departmentTree([
      { id: 2, name: "south", parent_id: 1 },
      { id: 3, name: "shop", parent_id: 2 },
    ]),
  ).toEqual([{ key: 2, title: "south", children: [{ key: 3, title: "shop", children: [] }] }]);
});
