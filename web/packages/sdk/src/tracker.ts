import { type Message, Queue } from "./queue.ts";
import { Sender } from "./sender.ts";
import { visitOf } from "./session.ts";
import { Store } from "./store.ts";
import type { Surroundings } from "./surroundings.ts";

export type Properties = Record<string, unknown>;

export interface Options {
  /** The write key of a source of kind web. */
  key: string;
  /** Where Yutang is, as `https://yutang.example.com`. */
  endpoint: string;
  /** `required`: nothing is stored or sent before `consent(true)`; `given`: the site has it. */
  consent?: "required" | "given";
  /** Take the browser's "do not track" for a no. */
  respectDoNotTrack?: boolean;
  /** Names of parameters that belong to a page's address; all others stay out. */
  keepQuery?: readonly string[];
  /** Page views, clicks and durations by themselves; true unless told otherwise. */
  auto?: boolean;
  /** Say in the console what the collector refuses. */
  debug?: boolean;
}

export type Change = "begin" | "end";

const IDS = ["external", "unionid", "openid", "phone", "member_number", "device"];

/** Everything but the page itself: consent, who it is, what waits. */
export class Tracker {
  readonly options: Options;
  readonly #around: Surroundings;
  readonly #store: Store;
  readonly #queue: Queue;
  readonly #changed: (change: Change) => void;
  #sender: Sender | null = null;
  /** What `identify` said before there was a consent; in memory only. */
  #early: Message[] = [];

  constructor(options: Options, around: Surroundings, changed: (change: Change) => void) {
    if (!options.key || !options.endpoint) throw new Error("yutang.init needs key and endpoint");
    this.options = options;
    this.#around = around;
    this.#changed = changed;
    this.#store = new Store(() => around.storage());
    this.#queue = new Queue(this.#store, () => around.now());
  }

  start(): void {
    if (this.allowed) this.#begin();
  }

  /** Whether anything may be stored or sent. */
  get allowed(): boolean {
    if (this.#refused) return false;
    const said = this.#store.get("consent");
    return said ? said === "yes" : this.options.consent === "given";
  }

  get #refused(): boolean {
    return this.options.respectDoNotTrack === true && this.#around.refuses();
  }

  consent(agreed: boolean): void {
    if (agreed) {
      if (this.#sender || this.#refused) return;
      this.#store.set("consent", "yes");
      this.start();
      return;
    }
    const running = this.#sender !== null;
    this.#sender?.stop();
    this.#sender = null;
    this.#early = [];
    for (const key of this.#store.keys()) this.#store.remove(key);
    // Where silence means no, not even the no is stored.
    if (this.options.consent === "given") this.#store.set("consent", "no");
    if (running) this.#changed("end");
  }

  track(event: string, properties: Properties = {}): void {
    this.put(this.message("track", { event, properties }));
  }

  /** Who this visitor is: the member's number, other ids, or both. */
  identify(user: string | number | Properties, ids: Properties = {}): void {
    const given = typeof user === "object" ? user : ids;
    const known = IDS.filter((kind) => given[kind] !== undefined && given[kind] !== "");
    const fields: Properties = {
      ids: Object.fromEntries(known.map((kind) => [kind, given[kind]])),
    };
    if (typeof user !== "object") fields.userId = String(user);
    const message = this.message("identify", fields);
    if (!this.#sender) this.#early = [message];
    this.put(message);
    void this.#sender?.flush();
  }

  /** Another device or account of the same person. */
  alias(user: string | number, previous?: string): void {
    this.put(this.message("alias", { userId: String(user), previousId: previous ?? this.device }));
  }

  /** Another person sits down at this device: what comes is not the last one's. */
  reset(): void {
    this.#store.remove("device");
    this.#store.remove("visit");
  }

  flush(): Promise<void> {
    return this.#sender?.flush() ?? Promise.resolve();
  }

  leave(): void {
    this.#sender?.leave();
  }

  /** The browser's own number; made at its first use, never without consent. */
  get device(): string {
    if (!this.allowed) return "";
    let device = this.#store.get("device");
    if (!device) {
      device = this.#around.uuid();
      this.#store.set("device", device);
    }
    return device;
  }

  visit(search: string): Record<string, string> {
    return visitOf(this.#store, this.#around.now(), this.#around.uuid, search);
  }

  message(type: Message["type"], fields: Properties): Message {
    const device = this.device;
    return {
      type,
      messageId: this.#around.uuid(),
      timestamp: new Date(this.#around.now()).toISOString(),
      ...(device ? { anonymousId: device } : {}),
      ...fields,
    };
  }

  /** Keeps a message for sending; its place in the queue. */
  put(message: Message, how: { from?: number; key?: string } = {}): string | null {
    // Asked each time: another tab may have said no meanwhile.
    if (!this.#sender || !this.allowed) return null;
    const key = this.#queue.put(message, how);
    if (key === null) this.#around.tell("too long, not sent", message.event ?? message.type);
    else if (!how.from) this.#sender.notice();
    return key;
  }

  drop(key: string): void {
    this.#queue.drop([key]);
  }

  #begin(): void {
    const { endpoint, key, debug = false } = this.options;
    const url = `${endpoint.replace(/\/+$/, "")}/collect/v1/batch`;
    this.#sender = new Sender(this.#around, this.#queue, this.#store, { url, key, debug });
    for (const early of this.#early) this.put({ ...early, anonymousId: this.device });
    this.#early = [];
    this.#changed("begin");
    // What an earlier page left behind.
    void this.#sender.flush();
  }
}
