import type { By, PageRule } from "../../api/pagecodes.ts";

/** What the page does, as the form holds it; weights and caps by member. */
export interface PageDraft {
  by: By;
  by_city: boolean;
  weights: Record<number, number>;
  caps: Record<number, number>;
  sticky_days: number;
  hold_minutes: number;
  fallback?: { id: number; name: string } | undefined;
  recognise: boolean;
  show_name: boolean;
  title: string;
  hint: string;
}

export const usualPage: PageDraft = {
  by: "round_robin",
  by_city: false,
  weights: {},
  caps: {},
  sticky_days: 30,
  hold_minutes: 10,
  recognise: true,
  show_name: true,
  title: "",
  hint: "",
};

interface Member {
  id: number;
  name: string;
}

/** Who answers when nobody is free: who was chosen, else the first of the list. */
export const fallbackOf = (page: PageDraft, staff: readonly Member[]): Member | undefined =>
  page.fallback ?? staff[0];

/** The rule of the API; what is said of members who are not in the list is left out. */
export function toRule(page: PageDraft, staff: readonly Member[]): PageRule {
  return {
    by: page.by,
    by_city: page.by_city,
    members: staff
      .map(({ id }) => ({
        staff_id: id,
        weight: page.by === "weights" ? (page.weights[id] ?? 1) : 1,
        daily_cap: page.caps[id] ?? null,
      }))
      .filter((one) => one.weight !== 1 || one.daily_cap !== null),
    sticky_days: page.sticky_days,
    hold_minutes: page.hold_minutes,
    fallback_staff_id: fallbackOf(page, staff)?.id ?? 0,
    recognise: page.recognise,
    show_name: page.show_name,
    title: page.title,
    hint: page.hint,
  };
}

/** The form of a rule; `fallback` is who it names. */
export function fromRule(rule: PageRule, fallback: Member | undefined): PageDraft {
  const members = rule.members ?? [];
  return {
    ...usualPage,
    by: rule.by ?? usualPage.by,
    by_city: rule.by_city ?? false,
    weights: Object.fromEntries(members.map((one) => [one.staff_id, one.weight ?? 1])),
    caps: Object.fromEntries(
      members.flatMap((one) => (one.daily_cap ? [[one.staff_id, one.daily_cap]] : [])),
    ),
    sticky_days: rule.sticky_days ?? usualPage.sticky_days,
    hold_minutes: rule.hold_minutes ?? usualPage.hold_minutes,
    fallback,
    recognise: rule.recognise ?? true,
    show_name: rule.show_name ?? true,
    title: rule.title ?? "",
    hint: rule.hint ?? "",
  };
}
