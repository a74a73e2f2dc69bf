import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";
import {
  type Handover,
  type New,
  type PersonState,
  type Retry,
  readCodes,
  readGiver,
  readGroups,
  readHandover,
  readHandovers,
  readLeavers,
  readPeople,
  readPreview,
  readRetryPreview,
  type State,
  type Wish,
} from "./reading.ts";

const MOVING_MS = 1500;
const RESTING_MS = 15_000;

export const isMoving = (one: Pick<Handover, "state">): boolean => one.state === "running";

export function useLeavers() {
  return useQuery({
    queryKey: ["handovers", "leavers"],
    queryFn: readLeavers,
    refetchInterval: RESTING_MS,
  });
}

/** What a member has to give. */
export function useGiver(id: number | undefined) {
  return useQuery({
    queryKey: ["handovers", "giver", id],
    queryFn: () => readGiver(id ?? 0),
    enabled: id !== undefined,
    retry: false,
  });
}

/** Codes in whose list a member is. */
export function useCodes(id: number, may: boolean) {
  return useQuery({
    queryKey: ["handovers", "codes", id],
    queryFn: () => readCodes(id),
    enabled: may,
  });
}

/** The newest handovers; asked often while one of them runs. */
export function useHandovers(state: State | undefined, after: string | undefined) {
  return useQuery({
    queryKey: ["handovers", "list", state, after],
    queryFn: () => readHandovers(state, after),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.items.some(isMoving) ? MOVING_MS : RESTING_MS),
  });
}

export function useHandover(id: number) {
  return useQuery({
    queryKey: ["handovers", "one", id],
    queryFn: () => readHandover(id),
    retry: false,
    // What was stopped still learns how those end whom WeCom was told of.
    refetchInterval: ({ state: { data } }) =>
      data && isMoving(data) ? MOVING_MS : data?.next_check_at ? RESTING_MS : false,
  });
}

/** Groups of one owner as a select lists them; searched on the server. */
export function useGroupOptions(owner: number, q: string) {
  const groups = useQuery({
    queryKey: ["choices", "groups", owner, q],
    queryFn: () =>
      ask(
        client.GET("/api/groups", {
          params: { query: { owner_id: [owner], limit: 50, ...(q ? { q } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return {
    loading: groups.isFetching,
    options: (groups.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
  };
}

/** What a wish would do; asked anew whenever it is another. */
export function usePreview(wish: Wish | null) {
  return useQuery({
    queryKey: ["handovers", "preview", wish],
    queryFn: () => (wish === null ? Promise.reject(new Error("no wish")) : readPreview(wish)),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

/** What another try would do; asked anew whenever it is another. */
export function useRetryPreview(id: number, body: Retry | null) {
  return useQuery({
    queryKey: ["handovers", "retry", id, body],
    queryFn: () =>
      body === null ? Promise.reject(new Error("no wish")) : readRetryPreview(id, body),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}

/** Whatever is done, every number of the pages may be another. */
const useChange = attemptsOf(["handovers"]);

const at = (id: number) => ({ params: { path: { handover_id: id } } });

export const useStart = () =>
  useChange((body: New) => ask(client.POST("/api/handovers", { body })));

/** Codes are shown elsewhere too. */
const useChangeOfCodes = attemptsOf(["handovers"], ["channels"]);

/** Others go into his codes. */
export const useReplace = (id: number) =>
  useChangeOfCodes((body: { staff_ids: number[]; channel_ids: number[] }) =>
    ask(
      client.POST("/api/channels/of-staff/{staff_id}/replace", {
        params: { path: { staff_id: id } },
        body,
      }),
    ),
  );

export const useStop = (id: number) =>
  useChange(() => ask(client.POST("/api/handovers/{handover_id}/stop", at(id))));

export const useRetry = (id: number) =>
  useChange((body: Retry) =>
    ask(client.POST("/api/handovers/{handover_id}/retry", { ...at(id), body })),
  );

/** Ask WeCom once more whose customers have nobody; the answer comes by and by. */
export const useReadLeavers = () =>
  useChange(() => ask(client.POST("/api/handovers/leavers/read")));

interface Which {
  state?: PersonState | undefined;
  taker?: number | undefined;
}

/** Asked anew when `fresh`, the handover's numbers, is another. */
export function usePeople(id: number, { state, taker }: Which, fresh: string) {
  const query = { ...(state ? { state } : {}), ...(taker ? { taker_id: taker } : {}) };
  return useInfiniteQuery({
    queryKey: ["handovers", "people", id, query, fresh],
    queryFn: ({ pageParam }) => readPeople(id, query, pageParam),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useGroups(id: number, fresh: string) {
  return useInfiniteQuery({
    queryKey: ["handovers", "groups", id, fresh],
    queryFn: ({ pageParam }) => readGroups(id, pageParam),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const resultOf = (id: number, language: string): string =>
  `/api/handovers/${id}/result.csv?language=${language === "en" ? "en" : "zh-CN"}`;
