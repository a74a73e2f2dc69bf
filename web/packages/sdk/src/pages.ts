import type { Properties, Tracker } from "./tracker.ts";

/** Routers change the address first and the title when they have drawn. */
const SETTLE = 60;
/** A hidden page that never comes back counts as left after that. */
const GIVEN_UP = 1_800_000;
const TEXT = 80;

interface View {
  properties: Properties;
  address: string;
  leftId: string;
  /** Milliseconds seen so far, and since when it is seen now. */
  seen: number;
  since: number | null;
  /** What waits to say that it was left, should it not come back. */
  draft: string | null;
  told: boolean;
  /** The site gave the title itself. */
  titled: boolean;
}

/** Watches one browser window: views, clicks, how long a page was looked at. */
export class Pages {
  readonly #tracker: Tracker;
  #view: View | null = null;
  #referrer = document.referrer;
  #watching = false;

  constructor(tracker: Tracker) {
    this.#tracker = tracker;
  }

  begin(): void {
    // A page that the browser draws ahead is viewed when the visitor comes to it, if ever.
    if ((document as { prerendering?: boolean }).prerendering) {
      document.addEventListener("prerenderingchange", () => this.begin(), { once: true });
      return;
    }
    if (!this.#tracker.allowed) return;
    if (!this.#watching) this.#watch();
    this.#arrive();
  }

  end(): void {
    this.#view = null;
  }

  /** A page view by hand, for sites that say themselves when a page is another. */
  view(properties: Properties = {}): void {
    if (!this.#tracker.allowed) return;
    this.#depart();
    this.#arrive(properties);
    this.#tell();
  }

  #watch(): void {
    this.#watching = true;
    for (const name of ["pushState", "replaceState"] as const) {
      const plain = history[name];
      history[name] = (...given) => {
        plain.apply(history, given);
        this.#moved();
      };
    }
    addEventListener("popstate", () => this.#moved());
    addEventListener("hashchange", () => this.#moved());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#hide();
      else this.#show();
    });
    addEventListener("pagehide", () => {
      this.#depart();
      this.#tracker.leave();
    });
    addEventListener("pageshow", (event) => {
      // From the browser's cache: the same page, looked at anew.
      if (event.persisted && this.#tracker.allowed) this.#arrive();
    });
    addEventListener("online", () => void this.#tracker.flush());
    document.addEventListener("click", (event) => this.#clicked(event), true);
  }

  #moved(): void {
    if (!this.#view || this.#address() === this.#view.address) return;
    this.#depart();
    this.#arrive();
  }

  #arrive(own: Properties = {}): void {
    const address = this.#address();
    const view: View = {
      properties: {
        url: address,
        title: document.title,
        path: location.pathname,
        ...(this.#referrer ? { referrer: without(this.#referrer) } : {}),
        ...this.#tracker.visit(location.search),
        ...own,
      },
      address,
      leftId: this.#tracker.message("track", {}).messageId,
      seen: 0,
      since: document.visibilityState === "hidden" ? null : performance.now(),
      draft: null,
      told: false,
      titled: "title" in own,
    };
    this.#view = view;
    this.#referrer = address;
    setTimeout(() => {
      if (this.#view === view) this.#tell();
    }, SETTLE);
  }

  /** Says that the page is viewed, once, when its title stands. */
  #tell(): void {
    const view = this.#view;
    if (!view || view.told) return;
    view.told = true;
    if (!view.titled) view.properties = { ...view.properties, title: document.title };
    const { language } = navigator;
    const { width, height } = screen;
    const properties = { ...view.properties, language, width, height };
    this.#tracker.put(this.#tracker.message("page", { properties }));
  }

  #depart(): void {
    const view = this.#view;
    if (!view) return;
    this.#tell();
    this.#pause(view);
    this.#left(view);
    this.#view = null;
  }

  #hide(): void {
    const view = this.#view;
    if (!view) return;
    this.#tell();
    this.#pause(view);
    // A phone may end the page from here without a word.
    this.#left(view, Date.now() + GIVEN_UP);
    void this.#tracker.flush();
  }

  #show(): void {
    const view = this.#view;
    if (!view) return;
    if (view.draft) this.#tracker.drop(view.draft);
    view.draft = null;
    view.since = performance.now();
  }

  #pause(view: View): void {
    if (view.since !== null) view.seen += performance.now() - view.since;
    view.since = null;
  }

  #left(view: View, from = 0): void {
    const seconds = Math.round(view.seen / 100) / 10;
    const message = this.#tracker.message("track", {
      event: "page.left",
      properties: { ...view.properties, seconds },
    });
    const how = view.draft ? { from, key: view.draft } : { from };
    view.draft = this.#tracker.put({ ...message, messageId: view.leftId }, how);
  }

  #clicked(event: MouseEvent): void {
    if (!this.#view || !(event.target instanceof Element)) return;
    const marked = event.target.closest<HTMLElement | SVGElement>("[data-yt]");
    const link = event.target.closest<HTMLAnchorElement>("a[href]");
    const out = link && /^https?:$/.test(link.protocol) && link.host !== location.host;
    if (!marked && !out) return;
    // What was clicked was drawn: so is the title by now, which telling the view reads.
    this.#tell();
    const properties: Properties = { ...this.#view.properties };
    const text = ((marked ?? link)?.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, TEXT);
    if (text) properties.text = text;
    if (out) properties.href = without(link.href);
    if (marked) properties.target = marked.getAttribute("data-yt") ?? "";
    for (const { name, value } of marked?.attributes ?? [])
      if (name.startsWith("data-yt-")) properties[name.slice(8).replace(/-/g, "_")] = value;
    this.#tracker.track("page.clicked", properties);
  }

  #address(): string {
    return addressOf(location, this.#tracker.options.keepQuery ?? []);
  }
}

/** A page's address without what may be personal: of the query only what the site names. */
export function addressOf(
  at: { origin: string; pathname: string; search: string; hash: string },
  keep: readonly string[],
): string {
  const given = new URLSearchParams(at.search);
  const kept = new URLSearchParams();
  for (const name of keep) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value);
  }
  const query = kept.toString();
  // Routers of single pages write the page behind `#/`.
  const route = /^#!?\/[^?]*/.exec(at.hash)?.[0] ?? "";
  return at.origin + at.pathname + (query ? `?${query}` : "") + route;
}

function without(address: string): string {
  return address.replace(/[?#].*$/, "");
}
