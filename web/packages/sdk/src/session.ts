import type { Store } from "./store.ts";

/** Half an hour without a sign ends a visit. */
export const VISIT = 1_800_000;
const UTM = /^utm_(source|medium|campaign|term|content|id)$/;
/** What advertisers put behind an address: Tencent, Baidu, ByteDance, Kuaishou, 360, abroad. */
// biome-ignore format: a list
const CLICKS = [
  "gdt_vid", "qz_gdt", "bd_vid", "clickid", "click_id", "ksclickid", "qhclickid",
  "gclid", "gbraid", "wbraid", "fbclid", "msclkid", "ttclid",
];
const LONGEST = 500;

interface Visit {
  id: string;
  at: number;
  came: Record<string, string>;
}

/** Where this visit came from: kept while it lasts, replaced by a newer campaign. */
export function visitOf(
  store: Store,
  now: number,
  uuid: () => string,
  search: string,
): Record<string, string> {
  const old = read(store);
  const lasts = old !== null && now - old.at < VISIT && now >= old.at;
  const found = cameFrom(search);
  const fresh = Object.keys(found).length > 0;
  const visit: Visit = {
    id: lasts ? old.id : uuid(),
    at: now,
    came: fresh ? found : lasts ? old.came : {},
  };
  store.set("visit", JSON.stringify(visit));
  return { session: visit.id, ...visit.came };
}

/** Campaign and click id in a query. */
export function cameFrom(search: string): Record<string, string> {
  const found: Record<string, string> = {};
  new URLSearchParams(search).forEach((value, name) => {
    if (!value) return;
    if (UTM.test(name)) found[name] = value.slice(0, LONGEST);
    else if (CLICKS.includes(name)) {
      found.click_id = value.slice(0, LONGEST);
      found.click_name = name;
    }
  });
  return found;
}

function read(store: Store): Visit | null {
  try {
    const visit = JSON.parse(store.get("visit") ?? "") as Visit;
    return visit.id && visit.came ? visit : null;
  } catch {
    return null;
  }
}
