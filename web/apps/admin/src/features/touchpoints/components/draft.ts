import dayjs, { type Dayjs } from "dayjs";
import { toFen } from "../../../shared/money.ts";
import type { Choice } from "../../../shared/useSearched.ts";
import type { Hook, Kind, NewTouchpoint, Touchpoint } from "../api/touchpoints.ts";

/** A touchpoint as its form holds it; money in yuan. */
export interface Draft {
  name: string;
  kind: Kind;
  place: string;
  store: Choice | null;
  hook: Hook;
  hookText: string;
  gift: number | null;
  channel: Choice | null;
  owner: Choice | null;
  costOnce: number | null;
  costMonthly: number | null;
  startsOn: Dayjs;
  endsOn: Dayjs | null;
}

const chosen = (one: { id: number; name: string } | null | undefined): Choice | null =>
  one ? { value: one.id, label: one.name } : null;

export function draftOf(row: Touchpoint | null): Draft {
  return {
    name: row?.name ?? "",
    kind: row?.kind ?? "parcel",
    place: row?.place ?? "",
    store: chosen(row?.store),
    hook: row?.hook ?? "text",
    hookText: row?.hook_text ?? "",
    gift: row?.gift?.id ?? null,
    channel: chosen(row?.channel),
    owner: chosen(row?.owner),
    costOnce: row ? row.cost_once / 100 : null,
    costMonthly: row ? row.cost_monthly / 100 : null,
    startsOn: dayjs(row?.starts_on ?? undefined),
    endsOn: row?.ends_on ? dayjs(row.ends_on) : null,
  };
}

/** What belongs to another kind of hook than the chosen one is left out. */
export function bodyOf(draft: Draft): NewTouchpoint {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    place: draft.place.trim(),
    store_id: draft.store?.value ?? null,
    hook: draft.hook,
    hook_text: draft.hook === "text" ? draft.hookText.trim() : "",
    gift_id: draft.hook === "gift" ? draft.gift : null,
    channel_id: draft.channel?.value ?? null,
    owner_id: draft.owner?.value ?? null,
    cost_once: toFen(draft.costOnce),
    cost_monthly: toFen(draft.costMonthly),
    starts_on: draft.startsOn.format("YYYY-MM-DD"),
    ends_on: draft.endsOn?.format("YYYY-MM-DD") ?? null,
  };
}
