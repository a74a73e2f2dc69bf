import { expect, test } from "vitest";
import { type Frame, frameBridge, type Signatures, troubleOf } from "./bridge.ts";

const ORIGIN = "http://127.0.0.1:7701";
const PAGE = "http://127.0.0.1:7700/m/?corp=ww1&agent=7";
const signed: Signatures = {
  corpid: "ww1",
  agent_id: 7,
  config: { timestamp: 1, nonce: "a", signature: "corp" },
  agent_config: { timestamp: 2, nonce: "b", signature: "app" },
};

interface Asked {
  type: string;
  id: number;
  method: string;
  args: object;
}

/** A parent that answers by `answers`; `say` speaks as anybody. */
function parent(answers: Record<string, object | null>, origin = ORIGIN) {
  const listeners = new Set<(message: { origin: string; data: unknown }) => void>();
  const asked: Asked[] = [];
  const say = (data: unknown, from = origin) => {
    for (const heard of [...listeners]) heard({ origin: from, data });
  };
  const frame: Frame = {
    post(message) {
      const { type, id, method, args } = message as Asked;
      asked.push({ type, id, method, args });
      const answer = answers[method];
      if (answer) queueMicrotask(() => say({ type, id, errMsg: `${method}:ok`, ...answer }));
    },
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
  return { frame, asked, say, listeners };
}

const beside = {
  agentConfig: {},
  getContext: { entry: "single_chat_tools" },
  getCurExternalContact: { userId: "wm1" },
};
const bridge = (frame: Frame) =>
  frameBridge(
    frame,
    ORIGIN,
    async () => signed,
    () => PAGE,
    30,
  );

test("a page signs itself with the app's ticket, then asks whose chat it is", async () => {
  const { frame, asked, listeners } = parent(beside);
  expect(await bridge(frame).current()).toMatchObject({ userId: "wm1" });
  expect(asked.map(({ method }) => method)).toEqual([
    "agentConfig",
    "getContext",
    "getCurExternalContact",
  ]);
  expect(asked[0]).toEqual({
    type: "wecom-emulator",
    id: 1,
    method: "agentConfig",
    args: {
      corpid: "ww1",
      agentid: "7",
      timestamp: "2",
      nonceStr: "b",
      signature: "app",
      url: PAGE,
    },
  });
  expect(listeners.size).toBe(0);
});

test("beside a group it asks for the group", async () => {
  const { frame, asked } = parent({
    agentConfig: {},
    getContext: { entry: "group_chat_tools" },
    getCurExternalChat: { chatId: "wr1" },
  });
  expect(await bridge(frame).current()).toMatchObject({ chatId: "wr1" });
  expect(asked.at(-1)?.method).toBe("getCurExternalChat");
});

test.each([
  [{ ...beside, agentConfig: { errMsg: "agentConfig:fail 40093" } }, "signature"],
  [{ ...beside, agentConfig: { errMsg: "agentConfig:fail 42012" } }, "signature"],
  [{ ...beside, getContext: { entry: "chat_attachment" } }, "wrong_place"],
  [
    {
      ...beside,
      getContext: { entry: "group_chat_tools" },
      getCurExternalChat: { errMsg: "getCurExternalChat:fail no permission" },
    },
    "no_permission",
  ],
  [{ ...beside, getContext: { entry: "normal" } }, "wrong_place"],
  [
    { ...beside, getCurExternalContact: { errMsg: "getCurExternalContact:fail no permission" } },
    "no_permission",
  ],
  [
    {
      ...beside,
      getCurExternalContact: {
        errMsg: "getCurExternalContact:fail without context of external contact",
      },
    },
    "no_customer",
  ],
  [{ ...beside, getCurExternalContact: { userId: "" } }, "no_customer"],
  [{ ...beside, getContext: null }, "no_answer"],
])("a refusal has a name: %j", async (answers, trouble) => {
  await expect(bridge(parent(answers).frame).current()).rejects.toMatchObject({ trouble });
});

test("another origin is not heard, whatever it says", async () => {
  const stranger = parent(beside, "http://evil.test");
  await expect(bridge(stranger.frame).current()).rejects.toMatchObject({
    trouble: "no_answer",
  });
});

test("another chat is told until nobody wants to know", () => {
  const { frame, say, listeners } = parent({});
  const told: unknown[] = [];
  const stop = bridge(frame).onChat(({ userId, chatId }) => told.push(userId ?? chatId));
  say({ type: "wecom-emulator", event: "chat", userId: "wm2" });
  say({ type: "wecom-emulator", event: "chat", userId: "wm3" }, "http://evil.test");
  say({ type: "wecom-emulator", event: "chat", chatId: "wr2" });
  say({ type: "wecom-emulator", event: "chat" });
  say({ type: "other", event: "chat", userId: "wm4" });
  say("wm5");
  say(null);
  stop();
  say({ type: "wecom-emulator", event: "chat", userId: "wm6" });
  expect(told).toEqual(["wm2", "wr2"]);
  expect(listeners.size).toBe(0);
});

test("words of an old client ask for an update", () => {
  expect(troubleOf("agentConfig:fail function not exist").trouble).toBe("too_old");
  expect(troubleOf("getContext:fail something new")).toMatchObject({
    trouble: "other",
    detail: "fail something new",
  });
});
