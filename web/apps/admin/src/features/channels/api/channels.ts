import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas, sessionToken } from "@yutang/api";

export type Channel = Schemas["ChannelRead"];
export type NewChannel = Schemas["ChannelCreate"];

export function useChannels() {
  return useQuery({
    queryKey: ["channels"],
    queryFn: () => ask(client.GET("/api/channels", { params: { query: { limit: 100 } } })),
    refetchInterval: 5000,
  });
}

export function useChannel(id: number) {
  return useQuery({
    queryKey: ["channels", id],
    queryFn: () =>
      ask(client.GET("/api/channels/{channel_id}", { params: { path: { channel_id: id } } })),
    // WeCom makes the code in the background: look again quickly until it has.
    refetchInterval: (query) => (query.state.data?.status === "creating" ? 500 : 5000),
  });
}

export function useCreateChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewChannel) => ask(client.POST("/api/channels", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["channels"] }),
  });
}

export function useDeleteChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      ask(client.DELETE("/api/channels/{channel_id}", { params: { path: { channel_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["channels"] }),
  });
}

export function useStaff(query: string) {
  return useQuery({
    queryKey: ["staff", query],
    queryFn: () => ask(client.GET("/api/staff", { params: { query: { q: query, limit: 50 } } })),
    placeholderData: (before) => before,
  });
}

export function useTags() {
  return useQuery({ queryKey: ["tags"], queryFn: () => ask(client.GET("/api/tags")) });
}

export async function uploadPicture(file: File): Promise<Schemas["FileRead"]> {
  const body = new FormData();
  body.append("file", file);
  const response = fetch("/api/files", {
    method: "POST",
    body,
    headers: { "X-CSRF-Token": sessionToken() },
  }).then(async (answer) => {
    const json = await answer.json();
    return answer.ok ? { data: json, response: answer } : { error: json, response: answer };
  });
  return ask<Schemas["FileRead"]>(response);
}
