/** The way to the chat this page stands beside: WeCom's SDK, or the frame of an emulated WeCom. */
export type Trouble =
  | "no_answer"
  | "no_permission"
  | "no_customer"
  | "signature"
  | "wrong_place"
  | "too_old"
  | "other";

export class BridgeError extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly detail = "",
  ) {
    super(`${trouble} ${detail}`);
  }
}

/** Beside what the page stands: WeCom's id of one customer, or of a group. */
export interface Beside {
  userId?: unknown;
  chatId?: unknown;
}

export interface Bridge {
  /** Whose chat is open; rejects with a BridgeError. */
  current(): Promise<Beside>;
  /** Tells when the person opens another chat; returns how to stop. */
  onChat(changed: (beside: Beside) => void): () => void;
}

export interface Signature {
  timestamp: number;
  nonce: string;
  signature: string;
}

export interface Signatures {
  corpid: string;
  agent_id: number;
  config: Signature;
  agent_config: Signature;
}

export type Sign = (url: string) => Promise<Signatures>;

const PERSON_ENTRIES = new Set(["contact_profile", "single_chat_tools", "single_kf_tools"]);

/** Whether a group's chat is beside; only beside one with customers is there somebody to ask for. */
export function isGroup(entry: string): boolean {
  if (entry === "group_chat_tools") return true;
  if (!PERSON_ENTRIES.has(entry)) throw new BridgeError("wrong_place", entry);
  return false;
}

/** What a refusal of the SDK means; unknown words are passed on as they are. */
export function troubleOf(errMsg: string): BridgeError {
  const said = errMsg.replace(/^[^:]*:\s*/, "").trim();
  if (/function not exist|not support/i.test(said)) return new BridgeError("too_old", said);
  if (/no permission/i.test(said)) return new BridgeError("no_permission", said);
  if (/without context/i.test(said)) return new BridgeError("no_customer", said);
  if (/40093|42012|40013|40056|80001|85005|signature/i.test(said)) {
    return new BridgeError("signature", said);
  }
  return new BridgeError("other", said);
}

export interface Frame {
  /** Sends to the frame's parent, which must be of the bridge's origin. */
  post(message: object): void;
  /** Hears every message of the window; returns how to stop. */
  listen(heard: (message: { origin: string; data: unknown }) => void): () => void;
}

interface Told extends Beside {
  type?: unknown;
  id?: unknown;
  event?: unknown;
  errMsg?: unknown;
  entry?: unknown;
}

const TYPE = "wecom-emulator";

/** The bridge of an emulated WeCom that frames this page. */
export function frameBridge(
  frame: Frame,
  origin: string,
  sign: Sign,
  page: () => string,
  patience = 5000,
): Bridge {
  let last = 0;

  function heard(hear: (told: Told) => void): () => void {
    return frame.listen((message) => {
      const told = message.data as Told | null;
      if (message.origin !== origin || typeof told !== "object") return;
      if (told?.type === TYPE) hear(told);
    });
  }

  function ask(method: string, args: object = {}): Promise<Told> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      const stop = heard((told) => {
        if (told.id !== id) return;
        end();
        const errMsg = String(told.errMsg ?? "");
        if (errMsg === `${method}:ok`) resolve(told);
        else reject(troubleOf(errMsg));
      });
      const timer = setTimeout(() => {
        end();
        reject(new BridgeError("no_answer"));
      }, patience);
      function end(): void {
        stop();
        clearTimeout(timer);
      }
      frame.post({ type: TYPE, id, method, args });
    });
  }

  return {
    async current() {
      const url = page();
      const signed = await sign(url);
      const { timestamp, nonce, signature } = signed.agent_config;
      await ask("agentConfig", {
        corpid: signed.corpid,
        agentid: String(signed.agent_id),
        timestamp: String(timestamp),
        nonceStr: nonce,
        signature,
        url,
      });
      const group = isGroup(String((await ask("getContext")).entry ?? ""));
      const beside = await ask(group ? "getCurExternalChat" : "getCurExternalContact");
      if (!beside.userId && !beside.chatId) throw new BridgeError("no_customer");
      return beside;
    },
    onChat(changed) {
      return heard((told) => {
        if (told.event === "chat" && (told.userId || told.chatId)) changed(told);
      });
    },
  };
}

/** This window's frame: what is sent goes to `origin` and to nobody else. */
export function windowFrame(origin: string): Frame {
  return {
    post: (message) => window.parent.postMessage(message, origin),
    listen(heard) {
      const hear = (event: MessageEvent) => {
        if (event.source === window.parent) heard({ origin: event.origin, data: event.data });
      };
      window.addEventListener("message", hear);
      return () => window.removeEventListener("message", hear);
    },
  };
}
