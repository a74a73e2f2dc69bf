import { queryOptions } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import type { Signatures } from "../../../bridge.ts";

export type Customer = Schemas["OwnCustomerRead"];

export const customerQuery = (externalId: string) =>
  queryOptions({
    queryKey: ["customer", externalId],
    queryFn: () =>
      ask(
        client.GET("/api/staff/customers/{external_id}", {
          params: { path: { external_id: externalId } },
        }),
      ),
    refetchInterval: 20_000,
  });

const asked = new Map<string, Promise<Signatures>>();

/** Both signatures of a page; the SDK asks for each on its own, one answer serves them. */
export function signPage(url: string): Promise<Signatures> {
  const known = asked.get(url);
  if (known) return known;
  const fresh = ask(client.GET("/api/staff/js-signatures", { params: { query: { url } } }));
  asked.set(url, fresh);
  fresh.catch(() => asked.delete(url));
  return fresh;
}
