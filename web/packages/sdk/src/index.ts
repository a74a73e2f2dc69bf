import { Pages } from "./pages.ts";
import { browser } from "./surroundings.ts";
import { type Options, type Properties, Tracker } from "./tracker.ts";

declare const __VERSION__: string;

let tracker: Tracker | null = null;
let pages: Pages | null = null;

const yutang = {
  version: __VERSION__,
  init(options: Options): void {
    if (tracker) return;
    const auto = options.auto !== false;
    tracker = new Tracker(options, browser, (change) => {
      if (!auto) return;
      if (change === "begin") pages?.begin();
      else pages?.end();
    });
    pages = new Pages(tracker);
    tracker.start();
  },
  page: (properties?: Properties) => pages?.view(properties),
  track: (event: string, properties?: Properties) => tracker?.track(event, properties),
  identify: (user: string | number | Properties, ids?: Properties) => tracker?.identify(user, ids),
  alias: (user: string | number, previous?: string) => tracker?.alias(user, previous),
  reset: () => tracker?.reset(),
  consent: (agreed: boolean) => tracker?.consent(agreed),
  optOut: () => tracker?.consent(false),
  flush: () => tracker?.flush(),
  /** The browser's number, as the collector knows it; empty without consent. */
  deviceId: () => tracker?.device ?? "",
  /** Calls made before the script was there: `["track", "cart.added"]`. */
  push(...calls: [string, ...unknown[]][]): void {
    for (const [name, ...given] of calls) {
      const call = (yutang as unknown as Record<string, unknown>)[name];
      if (typeof call === "function") call(...given);
    }
  },
};

export type Yutang = typeof yutang;

const here = window as unknown as { yutang?: Yutang | [string, ...unknown[]][] };
const early = here.yutang;
if (!early || Array.isArray(early)) {
  here.yutang = yutang;
  if (early) yutang.push(...early);
}
