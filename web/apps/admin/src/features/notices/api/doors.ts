import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { attemptsOf } from "../../../shared/changes.ts";

export type Webhook = Schemas["WebhookRead"];
export type MadeWebhook = Schemas["WebhookMade"];
export type Delivery = Schemas["DeliveryRead"];
export type NewWebhook = Schemas["NewWebhook"];

const LOOK_MS = 10_000;
const CHOICES = ["told", "choices"];
const HOOKS = ["told", "webhooks"];

const useOwnAct = attemptsOf(CHOICES);

/** Give my address; a link goes there. */
export const useSetAddress = () =>
  useOwnAct((body: Schemas["NewAddress"]) => ask(client.PUT("/api/notices/mail", { body })));

/** Prove my address by the token of the link. */
export const useConfirmAddress = () =>
  useOwnAct((token: string) => ask(client.POST("/api/notices/mail/confirm", { body: { token } })));

export const useForgetAddress = () => useOwnAct(() => ask(client.DELETE("/api/notices/mail")));

/** Whether a kind comes by mail, too. */
export function useChooseMail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, mail }: { kind: string; mail: boolean }) =>
      ask(client.PATCH("/api/notices/choices", { body: { doors: {}, mail: { [kind]: mail } } })),
    onSuccess: (data) => queries.setQueryData(CHOICES, data),
    onError: () => queries.invalidateQueries({ queryKey: CHOICES }),
  });
}

export function useWebhooks() {
  return useQuery({
    queryKey: HOOKS,
    queryFn: () => ask(client.GET("/api/notices/webhooks")),
    refetchInterval: LOOK_MS,
  });
}

export function useDeliveries(webhook_id: number) {
  return useQuery({
    queryKey: [...HOOKS, webhook_id],
    queryFn: () =>
      ask(
        client.GET("/api/notices/webhooks/{webhook_id}/deliveries", {
          params: { path: { webhook_id } },
        }),
      ),
    refetchInterval: LOOK_MS,
  });
}

const useWebhookAct = attemptsOf(HOOKS);

/** Make one, or change one: null makes. */
export const useKeepWebhook = () =>
  useWebhookAct(async ({ id, ...body }: NewWebhook & { id: number | null }) => {
    if (id === null) return ask(client.POST("/api/notices/webhooks", { body }));
    await ask(
      client.PATCH("/api/notices/webhooks/{webhook_id}", {
        params: { path: { webhook_id: id } },
        body,
      }),
    );
    return null;
  });

export const useRemoveWebhook = () =>
  useWebhookAct((webhook_id: number) =>
    ask(client.DELETE("/api/notices/webhooks/{webhook_id}", { params: { path: { webhook_id } } })),
  );

export const useRenewSecret = () =>
  useWebhookAct((webhook_id: number) =>
    ask(
      client.POST("/api/notices/webhooks/{webhook_id}/secret", {
        params: { path: { webhook_id } },
      }),
    ),
  );

/** Send something harmless now. */
export const useTestWebhook = () =>
  useWebhookAct((webhook_id: number) =>
    ask(
      client.POST("/api/notices/webhooks/{webhook_id}/test", {
        params: { path: { webhook_id } },
      }),
    ),
  );
