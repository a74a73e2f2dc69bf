import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Quota = Schemas["QuotaRead"];
export type Api = Schemas["ApiRead"];
export type Brake = Schemas["BrakeRead"];
export type Run = Schemas["RunRead"];
export type Window = Schemas["WindowRead"];

export const ASK_EVERY_MS = 3000;

/** Asked anew all the time: what it shows lives in minutes. */
export function useQuota() {
  return useQuery({
    queryKey: ["quota"],
    queryFn: () => ask(client.GET("/api/wecom/quota")),
    refetchInterval: ASK_EVERY_MS,
  });
}
