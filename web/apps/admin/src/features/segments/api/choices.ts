import { keepPreviousData, type QueryClient, useQueries, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { everyDepartment, everyTag, findStaff } from "../../../shared/choices.ts";
import type { Choice } from "../../../shared/useSearched.ts";
import { findSegments, segmentName } from "./segments.ts";

// What conditions choose from; searched on the server, and named one by one where a saved tree holds
// ids only. Tags and departments come whole: they are searched in what all pages keep of them.
// Channels go by the word that relations carry of them.
export type Of = "tag" | "staff" | "department" | "store" | "group" | "list" | "segment";

type Key = string | number;
interface Finder<T extends Key> {
  find: (q: string, kept: QueryClient) => Promise<Choice<T>[]>;
  name: (id: T, kept: QueryClient) => Promise<string | undefined>;
}

const LIMIT = 20;
const KEPT_MS = 60_000;
/** So many names are fetched for one condition; the rest shows its number. */
const MOST_NAMED = 50;
/** Channels have no address by their word: so many pages are looked through. */
const PAGE = 100;
const MOST_PAGES = 10;

/** Those whose words are in the text, as many as a list shows. */
function within(choices: Choice[], q: string): Choice[] {
  const asked = q.toLowerCase();
  return choices.filter((one) => one.label.toLowerCase().includes(asked)).slice(0, LIMIT * 5);
}

async function tagChoices(kept: QueryClient): Promise<Choice[]> {
  const { items } = await kept.fetchQuery(everyTag);
  return items.flatMap((group) =>
    group.tags.map((tag) => ({ value: tag.id, label: `${group.name} · ${tag.name}` })),
  );
}

async function departmentChoices(kept: QueryClient): Promise<Choice[]> {
  const { items } = await kept.fetchQuery(everyDepartment);
  return items.map((one) => ({ value: one.id, label: one.name }));
}

const named = (choices: Choice[], id: number) => choices.find((one) => one.value === id)?.label;

const finders: Record<Of, Finder<number>> = {
  tag: {
    find: async (q, kept) => within(await tagChoices(kept), q),
    name: async (id, kept) => named(await tagChoices(kept), id),
  },
  department: {
    find: async (q, kept) => within(await departmentChoices(kept), q),
    name: async (id, kept) => named(await departmentChoices(kept), id),
  },
  staff: {
    find: async (q) => {
      const page = await findStaff(q, undefined, LIMIT);
      return page.items.map((one) => ({ value: one.id, label: one.name }));
    },
    name: async (id) => {
      const query = { after: id - 1, limit: 1 };
      const [one] = (await ask(client.GET("/api/staff", { params: { query } }))).items;
      return one?.id === id ? one.name : undefined;
    },
  },
  store: {
    find: async (q) => {
      const page = await ask(client.GET("/api/stores", { params: { query: { q, limit: LIMIT } } }));
      return page.items.map((one) => ({ value: one.id, label: one.name }));
    },
    name: async (id) =>
      (await ask(client.GET("/api/stores/{store_id}", { params: { path: { store_id: id } } })))
        .name,
  },
  group: {
    find: async (q) => {
      const query = q ? { q, limit: LIMIT } : { limit: LIMIT };
      const page = await ask(client.GET("/api/groups", { params: { query } }));
      return page.items.map((one) => ({ value: one.id, label: one.name }));
    },
    name: async (id) =>
      (await ask(client.GET("/api/groups/{group_id}", { params: { path: { group_id: id } } })))
        .name,
  },
  list: { find: (q) => findSegments(q, "static"), name: segmentName },
  segment: { find: (q) => findSegments(q, undefined), name: segmentName },
};

const channels: Finder<string> = {
  find: async (q) => {
    const query = { q, limit: LIMIT };
    const page = await ask(client.GET("/api/channels", { params: { query } }));
    return page.items.map((one) => ({ value: one.state, label: one.name }));
  },
  name: async (state) => {
    let after: number | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { limit: PAGE, ...(after ? { after } : {}) };
      const found = await ask(client.GET("/api/channels", { params: { query } }));
      const one = found.items.find((channel) => channel.state === state);
      if (one) return one.name;
      if (found.next === null) break;
      after = Number(found.next);
    }
    return state;
  },
};

type Found<T extends Key> = (q: string) => { loading: boolean; options: Choice<T>[] };

/** A hook for `useSearched`. */
function foundBy<T extends Key>(of: string, finder: Finder<T>): Found<T> {
  return function useFound(q) {
    const found = useQuery({
      queryKey: ["segments", "choices", of, q],
      queryFn: ({ client: kept }) => finder.find(q, kept),
      staleTime: KEPT_MS,
      placeholderData: keepPreviousData,
      retry: false,
    });
    return { loading: found.isFetching, options: found.data ?? [] };
  };
}

const hooks = Object.fromEntries(
  Object.entries(finders).map(([of, finder]) => [of, foundBy(of, finder)]),
) as Record<Of, Found<number>>;

export const useFoundOf = (of: Of): Found<number> => hooks[of];
export const useFoundChannels = foundBy("channel", channels);

function useNames<T extends Key>(of: string, finder: Finder<T>, keys: readonly T[]): Choice<T>[] {
  const found = useQueries({
    queries: keys.slice(0, MOST_NAMED).map((key) => ({
      queryKey: ["segments", "named", of, key],
      queryFn: async ({ client: kept }) => (await finder.name(key, kept)) ?? `#${key}`,
      staleTime: KEPT_MS,
      retry: false,
    })),
  });
  return keys.map((value, at) => ({ value, label: found[at]?.data ?? `#${value}` }));
}

/** The names of those chosen; one that is gone shows its number. */
export const useNamed = (of: Of, ids: readonly number[]) => useNames(of, finders[of], ids);
export const useNamedChannels = (states: readonly string[]) =>
  useNames("channel", channels, states);

/** How many decimals a number of the company's own has. */
export function useDecimals(name: string): number {
  const own = name.startsWith("field:");
  const fields = useQuery({
    queryKey: ["fields", "list"],
    queryFn: () => ask(client.GET("/api/fields")),
    staleTime: KEPT_MS,
    enabled: own,
  });
  return fields.data?.items.find((one) => `field:${one.id}` === name)?.decimals ?? 0;
}
