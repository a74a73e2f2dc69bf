import { BATCH, type Queue, type Waiting } from "./queue.ts";
import type { Store } from "./store.ts";
import type { Answer, Surroundings } from "./surroundings.ts";

export const PAUSE = 5000;
const FIRST_WAIT = 2000;
const MOST_WAIT = 300_000;
const MOST_TOLD = 3_600_000;
/** What is wrong with a batch itself stays wrong however often it is sent. */
const HOPELESS = new Set([400, 409, 413, 415, 422]);

/** Brings to the collector what waits: at 20 messages or after five seconds. */
export class Sender {
  readonly #around: Surroundings;
  readonly #queue: Queue;
  readonly #store: Store;
  readonly #url: string;
  readonly #key: string;
  readonly #debug: boolean;
  #failures = 0;
  /** Put in since something was sent. */
  #fresh = 0;
  #due = 0;
  #busy = false;
  #stopped = false;

  constructor(
    around: Surroundings,
    queue: Queue,
    store: Store,
    to: { url: string; key: string; debug: boolean },
  ) {
    this.#around = around;
    this.#queue = queue;
    this.#store = store;
    this.#url = to.url;
    this.#key = to.key;
    this.#debug = to.debug;
  }

  /** Something was put into the queue. */
  notice(): void {
    if (++this.#fresh >= BATCH) void this.flush();
    else this.#wake(PAUSE);
  }

  /** Sends what may be sent now; never throws. */
  async flush(): Promise<void> {
    if (this.#busy || this.#stopped) return;
    if (!this.#around.online()) return this.#wake(PAUSE);
    const wait = this.#blocked();
    if (wait > 0) return this.#wake(wait);
    this.#fresh = 0;
    if (this.#queue.next().length === 0) return;
    this.#busy = true;
    try {
      await this.#around.alone(() => this.#sendAll());
    } finally {
      this.#busy = false;
    }
    if (this.#queue.next().length > 0) this.#wake(Math.max(PAUSE, this.#blocked()));
  }

  /** The page closes: what waits goes without an answer, and stays until one came. */
  leave(): void {
    if (this.#stopped || !this.#around.online() || this.#blocked() > 0) return;
    for (let batch = this.#queue.next(); batch.length > 0; batch = this.#queue.next()) {
      if (!this.#around.beacon(this.#url, this.#body(batch))) return;
      this.#queue.went(batch.map((one) => one.key));
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #sendAll(): Promise<void> {
    for (let batch = this.#queue.next(); batch.length > 0; batch = this.#queue.next()) {
      if (this.#stopped || this.#blocked() > 0) return;
      const answer = await this.#around.post(this.#url, this.#body(batch));
      if (this.#debug && (answer.status !== 200 || answer.words.includes('"code"')))
        this.#around.tell(answer.status, answer.words);
      if (this.#stopped) return;
      const taken = answer.status >= 200 && answer.status < 300;
      if (!taken && !HOPELESS.has(answer.status)) return this.#block(answer);
      this.#failures = 0;
      this.#store.remove("until");
      this.#queue.drop(batch.map((one) => one.key));
    }
  }

  #body(batch: readonly Waiting[]): string {
    const at = new Date(this.#around.now()).toISOString();
    const head = JSON.stringify({ writeKey: this.#key, sentAt: at }).slice(0, -1);
    return `${head},"batch":[${batch.map((one) => one.text).join(",")}]}`;
  }

  /** How long to leave the collector alone; also on the next page, so it is stored. */
  #block(answer: Answer): void {
    const told = Number(answer.retryAfter ?? "") * 1000;
    const own = Math.min(FIRST_WAIT * 2 ** this.#failures, MOST_WAIT);
    this.#failures++;
    const wait = told > 0 ? Math.min(told, MOST_TOLD) : own * (0.5 + this.#around.random() / 2);
    this.#store.set("until", String(this.#around.now() + wait));
  }

  #blocked(): number {
    const wait = Number(this.#store.get("until") ?? 0) - this.#around.now();
    // A clock that was set back must not silence a site for years.
    return wait > MOST_TOLD ? 0 : wait;
  }

  #wake(milliseconds: number): void {
    const at = this.#around.now() + milliseconds;
    if (this.#due > this.#around.now() && this.#due <= at) return;
    this.#due = at;
    this.#around.later(() => {
      if (this.#due === at) this.#due = 0;
      void this.flush();
    }, milliseconds);
  }
}
