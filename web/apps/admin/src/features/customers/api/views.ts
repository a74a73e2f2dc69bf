import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type View = Schemas["ViewRead"];
export type NewView = Schemas["NewView"];

const KEY = ["views", "customers"];

export function useViews() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => ask(client.GET("/api/views", { params: { query: { page: "customers" } } })),
    staleTime: 60_000,
  });
}

export function useAddView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<NewView, "page">) =>
      ask(client.POST("/api/views", { body: { ...body, page: "customers" } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

const useAttempt = attemptsOf(KEY);

export const useChangeView = () =>
  useAttempt(({ id, ...body }: Schemas["ViewChange"] & { id: number }) =>
    ask(client.PUT("/api/views/{view_id}", { params: { path: { view_id: id } }, body })),
  );

/** Two tabs change places: at once on the page, then on the server. */
export function useSwapViews() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ([one, other]: readonly [View, View]) => {
      const items = queries.getQueryData<Schemas["ViewList"]>(KEY)?.items ?? [];
      const ids = [one.id, other.id].sort((a, b) => place(items, a) - place(items, b));
      return ask(client.POST("/api/views/order", { body: { page: "customers", ids } }));
    },
    onMutate: async ([one, other]) => {
      await queries.cancelQueries({ queryKey: KEY });
      queries.setQueryData<Schemas["ViewList"]>(
        KEY,
        (kept) =>
          kept && {
            ...kept,
            items: kept.items.map((view) =>
              view.id === one.id ? other : view.id === other.id ? one : view,
            ),
          },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

const place = (items: readonly View[], id: number): number =>
  items.findIndex((view) => view.id === id);

/** The next tab on a side with which one may change places: those of everybody may be fixed. */
export function neighbour(items: readonly View[], id: number, by: -1 | 1): View | undefined {
  const at = place(items, id);
  const side = by < 0 ? items.slice(0, at).reverse() : items.slice(at + 1);
  return side.find((view) => view.may_edit);
}

export const useDeleteView = () =>
  useAttempt((id: number) =>
    ask(client.DELETE("/api/views/{view_id}", { params: { path: { view_id: id } } })),
  );
