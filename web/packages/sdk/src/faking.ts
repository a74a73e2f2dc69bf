import type { Answer, Surroundings } from "./surroundings.ts";

/** A storage as browsers have it, which can be full or refused. */
export class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  full = false;
  #keys: string[] = [];
  get length(): number {
    return this.kept.size;
  }
  key(index: number): string | null {
    // Asked one after the other, as all are.
    if (index === 0) this.#keys = [...this.kept.keys()];
    return this.#keys[index] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
  clear(): void {
    this.kept.clear();
  }
}

interface Sent {
  writeKey: string;
  sentAt: string;
  batch: { type: string; messageId: string; event?: string; [field: string]: unknown }[];
}

/** A browser whose clock the test moves, before a collector that answers as told. */
export class FakeBrowser implements Surroundings {
  at = Date.parse("2026-11-27T08:00:00Z");
  readonly local = new FakeStorage();
  refused = false;
  connected = true;
  dislikes = false;
  /** What is answered in turn; 200 after that. */
  answers: Partial<Answer>[] = [];
  readonly posts: Sent[] = [];
  readonly beacons: Sent[] = [];
  readonly told: unknown[][] = [];
  #made = 0;
  #alarms: { at: number; work: () => void }[] = [];

  storage(): Storage {
    if (this.refused) throw new DOMException("refused", "SecurityError");
    return this.local;
  }
  now = () => this.at;
  uuid = () => `id-${++this.#made}`;
  random = () => 1;
  online = () => this.connected;
  refuses = () => this.dislikes;
  alone = (work: () => Promise<void>) => work();
  tell = (...words: unknown[]) => {
    this.told.push(words);
  };
  later(work: () => void, milliseconds: number): void {
    this.#alarms.push({ at: this.at + milliseconds, work });
  }
  async post(_: string, body: string): Promise<Answer> {
    const answer = { status: 200, retryAfter: null, words: "", ...this.answers.shift() };
    if (answer.status !== 0) this.posts.push(JSON.parse(body) as Sent);
    return answer;
  }
  beacon(_: string, body: string): boolean {
    this.beacons.push(JSON.parse(body) as Sent);
    return true;
  }

  /** Lets time go by; what was to be done meanwhile is done. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.at + milliseconds;
    for (;;) {
      await settled();
      this.#alarms.sort((one, other) => one.at - other.at);
      const [first] = this.#alarms;
      if (!first || first.at > end) break;
      this.#alarms.shift();
      this.at = Math.max(this.at, first.at);
      first.work();
    }
    this.at = end;
    await settled();
  }

  /** Names of the events that were posted, in order. */
  get events(): (string | undefined)[] {
    return this.posts.flatMap((sent) => sent.batch.map((one) => one.event ?? one.type));
  }
}

/** Everything that waits for nothing but its turn is through. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}
