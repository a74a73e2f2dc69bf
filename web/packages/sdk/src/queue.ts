import type { Store } from "./store.ts";

/** One message as the collector takes it. */
export interface Message {
  type: "track" | "identify" | "alias" | "page";
  messageId: string;
  timestamp: string;
  [field: string]: unknown;
}

interface Entry {
  message: Message;
  /** Not sent before that. */
  from: number;
  /** When it went without an answer; sent again later, and counted once by its id. */
  gone?: number;
}

export interface Waiting {
  key: string;
  text: string;
}

export const MOST_WAITING = 1000;
/** To look through all that waits costs time: not at each message. */
const TRIM_EVERY = 50;
export const BATCH = 20;
/** A browser lets 64 kB go while a page closes. */
export const BATCH_CHARACTERS = 16_000;
const MOST_CHARACTERS = 8_000;
/** The collector remembers ids for seven days. */
const REMEMBERED = 6 * 86_400_000;
const SURE_AFTER = 60_000;

/** What waits to be sent: one key a message, so that two tabs never overwrite each other. */
export class Queue {
  readonly #store: Store;
  readonly #now: () => number;
  #made = 0;
  #puts = 0;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps it; its key. `key` replaces what waits there. Null: too long for any collector. */
  put(message: Message, { from = 0, key }: { from?: number; key?: string } = {}): string | null {
    const entry: Entry = { message, from };
    const text = JSON.stringify(entry);
    if (text.length > MOST_CHARACTERS) return null;
    const name = key ?? this.#key(message);
    this.#store.set(name, text);
    if (this.#puts++ % TRIM_EVERY === 0) {
      const all = this.#store.keys("q.");
      this.drop(all.slice(0, Math.max(0, all.length - MOST_WAITING + TRIM_EVERY)));
    }
    return name;
  }

  /** The oldest that may go now, as many as one request holds. */
  next(): Waiting[] {
    const now = this.#now();
    const found: Waiting[] = [];
    let room = BATCH_CHARACTERS;
    for (const key of this.#store.keys("q.")) {
      const entry = this.#read(key);
      if (!entry || (entry.gone && now - entry.gone > REMEMBERED)) {
        this.drop([key]);
        continue;
      }
      if (entry.from > now || (entry.gone && Math.abs(now - entry.gone) < SURE_AFTER)) continue;
      const text = JSON.stringify(entry.message);
      room -= text.length;
      if (found.length === BATCH || room < 0) break;
      found.push({ key, text });
    }
    return found;
  }

  drop(keys: readonly string[]): void {
    for (const key of keys) this.#store.remove(key);
  }

  /** Went without an answer: it stays, for a while from which nobody sends it again. */
  went(keys: readonly string[]): void {
    for (const key of keys) {
      const entry = this.#read(key);
      if (entry) this.#store.set(key, JSON.stringify({ ...entry, gone: this.#now() }));
    }
  }

  #read(key: string): Entry | null {
    try {
      const entry = JSON.parse(this.#store.get(key) ?? "") as Entry;
      return entry.message.messageId ? entry : null;
    } catch {
      return null;
    }
  }

  #key(message: Message): string {
    const made = (this.#made++ % 36 ** 4).toString(36).padStart(4, "0");
    return `q.${this.#now().toString(36).padStart(9, "0")}.${made}.${message.messageId}`;
  }
}
