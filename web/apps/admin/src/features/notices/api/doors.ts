import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Webhook = Schemas["WebhookRead"];
export type MadeWebhook = Schemas["WebhookMade"];
export type Delivery = Schemas["DeliveryRead"];
export type NewWebhook = Schemas["NewWebhook"];

const LOOK_MS = 10_000;
const CHOICES = ["told", "choices"];
const HOOKS = ["told", "webhooks"];

/** Give my address; a link goes there. */
export function useSetAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["NewAddress"]) => ask(client.PUT("/api/notices/mail", { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: CHOICES }),
  });
}

/** Prove my address by the token of the link. */
export function useConfirmAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) =>
      ask(client.POST("/api/notices/mail/confirm", { body: { token } })),
    onSettled: () => queries.invalidateQueries({ queryKey: CHOICES }),
  });
}

export function useForgetAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(client.DELETE("/api/notices/mail")),
    onSettled: () => queries.invalidateQueries({ queryKey: CHOICES }),
  });
}

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

/** Make one, or change one: null makes. */
export function useKeepWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...body }: NewWebhook & { id: number | null }) => {
      if (id === null) return ask(client.POST("/api/notices/webhooks", { body }));
      await ask(
        client.PATCH("/api/notices/webhooks/{webhook_id}", {
          params: { path: { webhook_id: id } },
          body,
        }),
      );
      return null;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
}

export function useRemoveWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhook_id: number) =>
      ask(
        client.DELETE("/api/notices/webhooks/{webhook_id}", { params: { path: { webhook_id } } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
}

export function useRenewSecret() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhook_id: number) =>
      ask(
        client.POST("/api/notices/webhooks/{webhook_id}/secret", {
          params: { path: { webhook_id } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
}

/** Send something harmless now. */
export function useTestWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhook_id: number) =>
      ask(
        client.POST("/api/notices/webhooks/{webhook_id}/test", {
          params: { path: { webhook_id } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: HOOKS }),
  });
}
