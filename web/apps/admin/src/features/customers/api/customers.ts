import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { useDepartments, useTags } from "../../../shared/choices.ts";

export type Row = Schemas["CustomerListItem"];
export type State = NonNullable<Filter["state"]>;
export const STATES = ["friend", "half", "lost", "visitor"] as const;

/** What the address of the list holds. */
export interface Filter {
  q?: string | undefined;
  state?: (typeof STATES)[number] | undefined;
  tag?: number | undefined;
  staff?: number | undefined;
  department?: number | undefined;
  channel?: number | undefined;
  added_from?: string | undefined;
  added_to?: string | undefined;
  ended_from?: string | undefined;
  ended_to?: string | undefined;
  sort?: "name" | undefined;
}

const PAGE = 50;

function query(filter: Filter) {
  return {
    ...(filter.q ? { q: filter.q } : {}),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.tag ? { tag_id: filter.tag } : {}),
    ...(filter.staff ? { staff_id: filter.staff } : {}),
    ...(filter.department ? { department_id: filter.department } : {}),
    ...(filter.channel ? { channel_id: filter.channel } : {}),
    ...(filter.added_from ? { added_from: filter.added_from } : {}),
    ...(filter.added_to ? { added_to: filter.added_to } : {}),
    ...(filter.ended_from ? { ended_from: filter.ended_from } : {}),
    ...(filter.ended_to ? { ended_to: filter.ended_to } : {}),
  };
}

export function useCustomers(filter: Filter, after: string | undefined) {
  return useQuery({
    queryKey: ["customers", "list", filter, after],
    queryFn: () =>
      ask(
        client.GET("/api/customers", {
          params: {
            query: {
              ...query(filter),
              ...(filter.sort ? { sort: filter.sort } : {}),
              ...(after ? { after } : {}),
              limit: PAGE,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
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

export function useChannelOptions(text: string) {
  return useQuery({
    queryKey: ["customers", "channels", text],
    queryFn: () => ask(client.GET("/api/channels", { params: { query: { q: text, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
}

/** Names for the chips of an address that was pasted: it holds ids only. */
export function useNames(filter: Filter) {
  const tags = useTags();
  const departments = useDepartments();
  const staff = useQuery({
    queryKey: ["customers", "member", filter.staff],
    queryFn: () =>
      ask(
        client.GET("/api/staff", {
          params: { query: { after: (filter.staff ?? 1) - 1, limit: 1 } },
        }),
      ),
    enabled: filter.staff !== undefined,
  });
  const channel = useQuery({
    queryKey: ["customers", "channel", filter.channel],
    queryFn: () =>
      ask(
        client.GET("/api/channels/{channel_id}", {
          params: { path: { channel_id: filter.channel ?? 0 } },
        }),
      ),
    enabled: filter.channel !== undefined,
    retry: false,
  });
  const member = staff.data?.items[0];
  return {
    tag: tags.data?.items.flatMap((group) => group.tags).find((tag) => tag.id === filter.tag)?.name,
    department: departments.data?.items.find((one) => one.id === filter.department)?.name,
    staff: member?.id === filter.staff ? member?.name : undefined,
    channel: channel.data?.name,
  };
}
