import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Log = Schemas["LogRead"];
export type LogMonth = Schemas["LogMonthRead"];
export type Family = Schemas["FamilyRead"];
export type Reading = Schemas["ReadingRead"];

const KEY = "event-log";
const ASK_EVERY_MS = 10_000;

/** Asked anew while it is looked at: readers move, and who holds them ends. */
export function useLog() {
  return useQuery({
    queryKey: [KEY],
    queryFn: () => ask(client.GET("/api/log")),
    refetchInterval: ASK_EVERY_MS,
  });
}

/** `months`: so many, null for good; "default": as the product says. */
export interface Wish {
  family: string;
  months: number | null | "default";
}

export function useKeep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ family, months }: Wish) => {
      const params = { path: { family } };
      return months === "default"
        ? ask(client.DELETE("/api/log/retention/{family}", { params }))
        : ask(client.PUT("/api/log/retention/{family}", { params, body: { months } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}
