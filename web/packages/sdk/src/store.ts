const PREFIX = "_yt.";

/** The browser's storage; memory for what it refuses or has no room for. */
export class Store {
  readonly #memory = new Map<string, string>();
  readonly #storage: () => Storage;

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  get(key: string): string | null {
    const held = this.#memory.get(key);
    if (held !== undefined) return held;
    try {
      return this.#storage().getItem(PREFIX + key);
    } catch {
      return null;
    }
  }

  set(key: string, value: string): void {
    try {
      this.#storage().setItem(PREFIX + key, value);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, value);
    }
  }

  remove(key: string): void {
    this.#memory.delete(key);
    try {
      this.#storage().removeItem(PREFIX + key);
    } catch {
      // What keeps nothing has nothing to remove.
    }
  }

  /** Every key that begins so, in order. */
  keys(start = ""): string[] {
    const found = new Set(this.#memory.keys());
    try {
      const storage = this.#storage();
      for (let at = 0; at < storage.length; at++) {
        const key = storage.key(at);
        if (key?.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
      }
    } catch {
      // Memory is all there is.
    }
    return [...found].filter((key) => key.startsWith(start)).sort();
  }
}
