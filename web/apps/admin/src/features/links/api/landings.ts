import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type LandingPage = Schemas["PageRead"];
export type PageWish = Schemas["PageWish"];
export type PageTexts = Schemas["PageTexts"];
export type ShortLink = Schemas["ShortLinkRead"];
export type ShortLinkWish = Schemas["ShortLinkWish"];
export type Hook = Schemas["HookRead"];
export type HookWish = Schemas["HookWish"];

export const TEMPLATES = ["offer", "guide", "event"] as const;
export const OPENS = ["https", "scheme", "qr"] as const;
const AGAIN_MS = 10_000;

export function usePages() {
  return useQuery({
    queryKey: ["landings", "pages"],
    queryFn: () => ask(client.GET("/api/landing-pages")),
    refetchInterval: AGAIN_MS,
  });
}

export function usePageDays(id: number) {
  return useQuery({
    queryKey: ["landings", "days", id],
    queryFn: () =>
      ask(client.GET("/api/landing-pages/{page_id}/days", { params: { path: { page_id: id } } })),
  });
}

export function useShortLinks() {
  return useQuery({
    queryKey: ["landings", "short"],
    queryFn: () => ask(client.GET("/api/short-links")),
    refetchInterval: AGAIN_MS,
  });
}

export function useHook() {
  return useQuery({
    queryKey: ["conversions"],
    queryFn: () => ask(client.GET("/api/conversions/webhook")),
    refetchInterval: AGAIN_MS,
  });
}

/** Links and codes that a page or a short link can lead to, with what each is. */
export function useTargets(q: string) {
  return useQuery({
    queryKey: ["landings", "targets", q],
    queryFn: () => ask(client.GET("/api/channels", { params: { query: { q, limit: 20 } } })),
  });
}

const useChange = changesOf(["landings"]);
const useHookChange = changesOf(["conversions"]);

export const useSavePage = (edited: { id: number; version: number } | undefined) =>
  useChange((body: PageWish) =>
    edited
      ? ask(
          client.PUT("/api/landing-pages/{page_id}", {
            params: { path: { page_id: edited.id } },
            body: { ...body, version: edited.version },
          }),
        )
      : ask(client.POST("/api/landing-pages", { body })),
  );

export const useDeletePage = (id: number) =>
  useChange(() =>
    ask(client.DELETE("/api/landing-pages/{page_id}", { params: { path: { page_id: id } } })),
  );

export const useMakeShortLink = () =>
  useChange((body: ShortLinkWish) => ask(client.POST("/api/short-links", { body })));

export const useDeleteShortLink = () =>
  useChange((id: number) =>
    ask(
      client.DELETE("/api/short-links/{short_link_id}", {
        params: { path: { short_link_id: id } },
      }),
    ),
  );

export const useSaveHook = () =>
  useHookChange((body: HookWish) => ask(client.PUT("/api/conversions/webhook", { body })));

export const useRenewSecret = () =>
  useHookChange(() => ask(client.POST("/api/conversions/webhook/secret")));

export const useTestHook = () =>
  useHookChange(() => ask(client.POST("/api/conversions/webhook/test")));
