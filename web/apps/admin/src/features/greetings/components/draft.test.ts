import { expect, test } from "vitest";
import type { Greeting } from "../api/greetings.ts";
import { before, covers, fits } from "./applying.ts";
import { draftOf, freeBytes, greetingOf, lacksOf, newPart, rendered, room } from "./draft.ts";

const night = { start: "22:00", end: "08:00" };

test("a span over midnight holds its first minute and not its last", () => {
  expect(["21:59", "22:00", "00:00", "07:59", "08:00"].map((at) => covers(night, at))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(fits({ hours: night, standing: "new" }, "23:00", "returning")).toBe(false);
});

test("the more exact of one reach goes before", () => {
  const one = (id: number, more: Partial<Greeting>) =>
    ({ id, hours: null, standing: "any", ...more }) as Greeting;
  const others = [one(1, { standing: "new" }), one(2, { hours: night })];
  const plain = { hours: undefined, standing: "any" as const };
  expect(before(plain, others, "23:00", "new")?.id).toBe(2);
  expect(before(plain, others, "12:00", "new")?.id).toBe(1);
  expect(before(plain, others, "12:00", "returning")).toBeUndefined();
  expect(before({ ...plain, hours: night }, others, "23:00", "new")).toBeUndefined();
});

test("what is missing falls back, and what is too long is counted with its places", () => {
  const draft = draftOf(undefined, {
    text: "{name}，{store}{channel}",
    nameless: "你好",
    fallbacks: { staff: "", store: "青禾", channel: "" },
  });
  expect(rendered(draft, { name: "小满", channel: "台卡" })).toBe("小满，青禾台卡");
  expect(rendered(draft, {})).toBe("你好");
  expect(freeBytes("{name}")).toBe(4000 - 6 - 128);
  expect(room("x".repeat(4000))).toBe(0);
  expect(lacksOf(draft)).toEqual(["fallback"]);
});

test("a form says all that is missing and sends what it shows", () => {
  const draft = draftOf(undefined, {
    reach: "department",
    text: "{昵称}",
    hours: { start: "08:00", end: "08:00" },
    parts: [newPart("link"), newPart("image")],
  });
  expect(lacksOf(draft)).toEqual(["department", "hours", "places", "parts"]);
  const link = {
    ...newPart("link"),
    title: "看",
    url: "https://a.example/",
    file: { id: 3, name: "" },
  };
  const body = greetingOf(draftOf(undefined, { text: "你好", channel: 9, parts: [link] }));
  expect(body).toEqual({
    reach: "corp",
    department_id: null,
    channel_id: null,
    standing: "any",
    hours: null,
    content: {
      text: "你好",
      text_nameless: "",
      fallbacks: { staff: "", store: "", channel: "" },
      attachments: [
        {
          kind: "link",
          title: "看",
          url: "https://a.example/",
          description: "",
          picture_url: null,
          picture_id: 3,
        },
      ],
    },
  });
});
