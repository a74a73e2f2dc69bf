import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type GroupRules = Schemas["GroupRulesOfGroup"];
export type Standing = NonNullable<GroupRules["standing"]>;
export type Breach = Schemas["BreachRead"];
export type Kind = Breach["kind"];
export type Said = Schemas["Said"];

export const KINDS: readonly Kind[] = [
  "advert",
  "link",
  "rumour",
  "insult",
  "flood",
  "adds_members",
  "other",
];

export const rulesQuery = (chatId: string) =>
  queryOptions({
    queryKey: ["group", chatId, "rules"],
    queryFn: () =>
      ask(client.GET("/api/staff/chats/group/rules", { params: { query: { chat_id: chatId } } })),
  });

export const membersQuery = (chatId: string, q: string) =>
  queryOptions({
    queryKey: ["group", chatId, "members", q],
    queryFn: () =>
      ask(
        client.GET("/api/staff/chats/group/members", {
          params: { query: { chat_id: chatId, q } },
        }),
      ),
  });

export const ownRulesQuery = queryOptions({
  queryKey: ["own-rules"],
  queryFn: () => ask(client.GET("/api/staff/group-rules")),
});

export const recordBreach = (body: Schemas["OwnBreach"]) =>
  ask(client.POST("/api/staff/chats/group/breaches", { body }));
