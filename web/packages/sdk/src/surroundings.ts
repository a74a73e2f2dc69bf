/** What the collector answered; 0 is no answer at all. */
export interface Answer {
  status: number;
  retryAfter: string | null;
  words: string;
}

/** What the browser gives to the tracker; tests give something else. */
export interface Surroundings {
  /** Throws where the visitor's browser keeps nothing. */
  storage(): Storage;
  now(): number;
  uuid(): string;
  random(): number;
  online(): boolean;
  post(url: string, body: string): Promise<Answer>;
  /** Sends without an answer, also while the page closes; whether the browser took it. */
  beacon(url: string, body: string): boolean;
  later(work: () => void, milliseconds: number): void;
  /** Does it unless another tab is at it. */
  alone(work: () => Promise<void>): Promise<void>;
  refuses(): boolean;
  tell(...words: unknown[]): void;
}

const PATIENCE = 30_000;

export const browser: Surroundings = {
  storage: () => window.localStorage,
  now: () => Date.now(),
  uuid,
  random: () => Math.random(),
  online: () => navigator.onLine !== false,
  post,
  beacon: (url, body) => {
    // A plain string goes as text/plain, for which no browser asks beforehand.
    try {
      return navigator.sendBeacon(url, body);
    } catch {
      return false;
    }
  },
  later: (work, milliseconds) => {
    setTimeout(work, milliseconds);
  },
  alone: async (work) => {
    // There on https only; where it is missing, what two tabs send twice is counted once.
    if (!navigator.locks) return work();
    await navigator.locks.request("yutang", { ifAvailable: true }, (lock) =>
      lock ? work() : undefined,
    );
  },
  refuses: () =>
    navigator.doNotTrack === "1" ||
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  tell: (...words) => console.warn("yutang:", ...words),
};

async function post(url: string, body: string): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    // Text, and the key within: so the browser need not ask the collector first.
    const answer = await fetch(url, {
      method: "POST",
      body,
      keepalive: true,
      credentials: "omit",
      headers: { "Content-Type": "text/plain" },
      signal: stop.signal,
    });
    const words = await answer.text();
    return { status: answer.status, retryAfter: answer.headers.get("Retry-After"), words };
  } catch {
    return { status: 0, retryAfter: null, words: "" };
  } finally {
    clearTimeout(timer);
  }
}

/** Random, also on plain http and in old web views, where `randomUUID` is missing. */
function uuid(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
