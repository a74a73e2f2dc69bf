import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Group = Schemas["OwnGroup"];
export type Stay = Group["newest"][number];

export const groupQuery = (chatId: string) =>
  queryOptions({
    queryKey: ["group", chatId],
    queryFn: () =>
      ask(client.GET("/api/staff/chats/group", { params: { query: { chat_id: chatId } } })),
    refetchInterval: 20_000,
  });
