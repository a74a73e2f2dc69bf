import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Greeting = Schemas["GreetingRead"];
export type NewGreeting = Schemas["NewGreeting"];
export type Content = Schemas["WelcomeText"];
export type Part = NonNullable<Content["attachments"]>[number];
export type PartKind = Part["kind"];
export type Which = Schemas["WhichGreeting"];
export type Why = Which["steps"][number]["why"];
export type GreetingFile = Greeting["files"][number];

export const REACHES = ["corp", "department", "channel"] as const;
export const STANDINGS = ["any", "new", "returning"] as const;
export const KINDS = ["image", "link", "mini_program", "video", "file"] as const;
export type Reach = (typeof REACHES)[number];
export type Standing = (typeof STANDINGS)[number];

const BUSY_MS = 2000;
const NAMES = 20;

const busy = (one: Greeting) => one.files.some((file) => file.state === "preparing");

export function useGreetings() {
  return useQuery({
    queryKey: ["greetings", "list"],
    queryFn: () => ask(client.GET("/api/welcomes")),
    // WeCom takes the files in the background.
    refetchInterval: (query) => (query.state.data?.items.some(busy) ? BUSY_MS : false),
  });
}

export interface Asked {
  staff: number;
  channel: number | undefined;
  at: string;
  standing: "new" | "returning";
}

export function useWhich(asked: Asked | undefined) {
  return useQuery({
    queryKey: ["greetings", "which", asked],
    enabled: asked !== undefined,
    queryFn: () =>
      ask(
        client.GET("/api/welcomes/which", {
          params: {
            query: {
              staff_id: asked?.staff ?? 0,
              at: asked?.at ?? "",
              standing: asked?.standing ?? "new",
              ...(asked?.channel ? { channel_id: asked.channel } : {}),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Some real customers, for the picture of the phone. */
export function useCustomerNames() {
  return useQuery({
    queryKey: ["choices", "customers"],
    queryFn: () => ask(client.GET("/api/customers", { params: { query: { limit: NAMES } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The first store, as an example of one. */
export function useAnyStore() {
  return useQuery({
    queryKey: ["choices", "stores", "any"],
    queryFn: () => ask(client.GET("/api/stores", { params: { query: { limit: 1 } } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data?.items[0]?.name;
}

// A code shows its plain welcome, too.
const useChange = changesOf(["greetings"], ["channels"]);

export const useSaveGreeting = (onDone: (saved: Greeting) => void) =>
  useChange(
    ({ known, body }: { known: Greeting | null; body: NewGreeting }) =>
      known === null
        ? ask(client.POST("/api/welcomes", { body }))
        : ask(
            client.PUT("/api/welcomes/{greeting_id}", {
              params: { path: { greeting_id: known.id } },
              body: { ...body, version: known.version },
            }),
          ),
    onDone,
  );

export const useDeleteGreeting = (onDone: () => void) =>
  useChange(
    (id: number) =>
      ask(client.DELETE("/api/welcomes/{greeting_id}", { params: { path: { greeting_id: id } } })),
    onDone,
  );
