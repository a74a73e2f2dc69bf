import dayjs, { type Dayjs } from "dayjs";
import { toFen } from "../../../shared/money.ts";
import type { Choice } from "../../../shared/useSearched.ts";
import type { Gift, NewGift } from "../api/gifts.ts";

/** A gift as its form holds it; money in yuan. */
export interface Draft {
  name: string;
  about: string;
  rules: string;
  reach: "all" | "some";
  channels: Choice[];
  cost: number | null;
  budget: number | null;
  startsAt: Dayjs;
  endsAt: Dayjs | null;
  showStock: boolean;
}

export function draftOf(gift: Gift | null): Draft {
  return {
    name: gift?.name ?? "",
    about: gift?.about ?? "",
    rules: gift?.rules ?? "",
    reach: gift?.all_channels === false ? "some" : "all",
    channels: (gift?.channels ?? []).map((one) => ({ value: one.id, label: one.name })),
    cost: gift ? gift.cost / 100 : null,
    budget: gift?.budget == null ? null : gift.budget / 100,
    startsAt: dayjs(gift?.starts_at ?? undefined).startOf("minute"),
    endsAt: gift?.ends_at ? dayjs(gift.ends_at) : null,
    showStock: gift?.show_stock ?? false,
  };
}

export function bodyOf(draft: Draft): NewGift {
  return {
    name: draft.name.trim(),
    about: draft.about.trim(),
    rules: draft.rules.trim(),
    all_channels: draft.reach === "all",
    channel_ids: draft.reach === "all" ? [] : draft.channels.map((one) => one.value),
    cost: toFen(draft.cost),
    budget: draft.budget == null ? null : toFen(draft.budget),
    starts_at: draft.startsAt.toISOString(),
    ends_at: draft.endsAt?.toISOString() ?? null,
    show_stock: draft.showStock,
  };
}
