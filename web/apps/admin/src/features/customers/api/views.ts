import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

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

export function useChangeView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Schemas["ViewChange"] & { id: number }) =>
      ask(client.PUT("/api/views/{view_id}", { params: { path: { view_id: id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDeleteView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      ask(client.DELETE("/api/views/{view_id}", { params: { path: { view_id: id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
