import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import {
  useChannelName,
  useDepartments,
  useSegmentName,
  useStaffName,
  useStoreName,
  useTags,
} from "../../../shared/choices.ts";
import { useStageNames } from "../../../shared/stages.ts";

export type Row = Schemas["CustomerListItem"];
export type State = NonNullable<Filter["state"]>;
export const STATES = ["friend", "half", "lost", "visitor"] as const;

/** One id as a number, several with commas between: `7,8`. */
export type Ids = number | string;

export const SORTS = ["name", "added", "-active"] as const;

/** What the address of the list holds; `1` and `0` are yes and no. */
export interface Filter {
  q?: string | undefined;
  state?: (typeof STATES)[number] | undefined;
  tag?: Ids | undefined;
  tag_all?: Ids | undefined;
  tag_none?: Ids | undefined;
  /** Of ordered groups: this level or a higher one. */
  tag_least?: Ids | undefined;
  untagged?: "1" | undefined;
  staff?: Ids | undefined;
  department?: number | undefined;
  store?: number | undefined;
  unowned?: "1" | undefined;
  channel?: Ids | undefined;
  way?: Ids | undefined;
  /** Added in the last so many days. */
  recent?: number | undefined;
  added_from?: string | undefined;
  added_to?: string | undefined;
  ended_from?: string | undefined;
  ended_to?: string | undefined;
  stage?: string | undefined;
  silent?: "1" | "0" | undefined;
  refused?: "1" | "0" | undefined;
  /** `<field id>:<operator>:<value>`, as the API takes it. */
  field?: string | undefined;
  /** The last four digits of a phone number. */
  tail?: string | undefined;
  /** Who is in this segment by its latest refresh. */
  segment?: number | undefined;
  sort?: (typeof SORTS)[number] | undefined;
}

const PAGE = 50;
const DAY_MS = 86_400_000;

export const idsOf = (ids: Ids | undefined): number[] =>
  ids === undefined || ids === "" ? [] : String(ids).split(",").map(Number);

function daysAgo(days: number): string {
  return new Date(Date.now() - (days - 1) * DAY_MS).toLocaleDateString("sv-SE");
}

/** The conditions as the API takes them: for lists, counts, bulk acts and exports alike. */
export function query(filter: Filter) {
  const from = filter.added_from ?? (filter.recent ? daysAgo(filter.recent) : undefined);
  return {
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.tag ? { tag_id: idsOf(filter.tag) } : {}),
    ...(filter.tag_all ? { tag_all: idsOf(filter.tag_all) } : {}),
    ...(filter.tag_none ? { tag_none: idsOf(filter.tag_none) } : {}),
    ...(filter.tag_least ? { tag_least: idsOf(filter.tag_least) } : {}),
    ...(filter.untagged ? { untagged: true } : {}),
    ...(filter.staff ? { staff_id: idsOf(filter.staff) } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(filter.store ? { store_id: filter.store } : {}),
    ...(filter.unowned ? { unowned: true } : {}),
    ...(filter.channel ? { channel_id: idsOf(filter.channel) } : {}),
    ...(filter.way !== undefined ? { add_way: idsOf(filter.way) } : {}),
    ...(from ? { added_from: from } : {}),
    ...(filter.added_to ? { added_to: filter.added_to } : {}),
    ...(filter.ended_from ? { ended_from: filter.ended_from } : {}),
    ...(filter.ended_to ? { ended_to: filter.ended_to } : {}),
    ...(filter.stage ? { stage: filter.stage.split(",") } : {}),
    ...(filter.silent ? { silent: filter.silent === "1" } : {}),
    ...(filter.refused ? { refused: filter.refused === "1" } : {}),
    ...(filter.field ? { field: [filter.field] } : {}),
    ...(filter.tail ? { phone_tail: filter.tail } : {}),
    ...(filter.segment ? { segment_id: filter.segment } : {}),
  };
}

/** Where a page begins: behind a row, or ahead of one; neither is the first page. */
export interface Place {
  after?: string | undefined;
  before?: string | undefined;
}

export function useCustomers(filter: Filter, { after, before }: Place) {
  return useQuery({
    queryKey: ["customers", "list", filter, after, before],
    queryFn: () =>
      ask(
        client.GET("/api/customers", {
          params: {
            query: {
              ...query(filter),
              ...(filter.sort ? { sort: filter.sort } : {}),
              ...(after ? { after } : {}),
              ...(before ? { before } : {}),
              limit: PAGE,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useCount(filter: Filter, enabled = true) {
  const { sort: _, ...conditions } = filter;
  return useQuery({
    queryKey: ["customers", "count", conditions],
    queryFn: () =>
      ask(client.GET("/api/customers/count", { params: { query: query(conditions) } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useSearch(text: string) {
  return useQuery({
    queryKey: ["customers", "search", text],
    queryFn: () => ask(client.GET("/api/customers", { params: { query: { q: text, limit: 8 } } })),
    enabled: text.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Names for the chips of an address that was pasted: it holds ids only. Of several the first. */
export function useNames(filter: Filter) {
  const tags = useTags();
  const departments = useDepartments();
  const stages = useStageNames();
  const staff = useStaffName(idsOf(filter.staff)[0]);
  const channel = useChannelName(idsOf(filter.channel)[0]);
  const fields = useFields(filter.field !== undefined);
  const every = tags.data?.items.flatMap((group) => group.tags) ?? [];
  const tagName = (ids: Ids | undefined) => every.find((tag) => tag.id === idsOf(ids)[0])?.name;
  return {
    stage: stages.named,
    tag: tagName(filter.tag),
    tag_all: tagName(filter.tag_all),
    tag_none: tagName(filter.tag_none),
    tag_least: tagName(filter.tag_least),
    department: departments.data?.items.find((one) => one.id === filter.department)?.name,
    store: useStoreName(filter.store),
    segment: useSegmentName(filter.segment),
    staff,
    channel,
    field: fields.data?.items.find((one) => String(one.id) === filter.field?.split(":")[0])?.name,
  };
}

export function useFields(enabled: boolean) {
  return useQuery({
    queryKey: ["fields", "list"],
    queryFn: () => ask(client.GET("/api/fields")),
    staleTime: 60_000,
    enabled,
  });
}
