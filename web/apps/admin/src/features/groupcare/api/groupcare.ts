import { useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { changesOf } from "../../../shared/changes.ts";

export type Welcome = Schemas["GroupWelcomeRead"];
export type NewWelcome = Schemas["NewGroupWelcome"];
export type Library = Schemas["Library"];
export type Owner = Schemas["WelcomeOwner"];
export type Reply = Schemas["KeywordReplyRead"];
export type NewReply = Schemas["NewKeywordReply"];
export type Clash = Schemas["Clash"];
export type Part = NonNullable<NewWelcome["attachment"]>;
export type PartKind = Part["kind"];

export const PARTS = ["none", "image", "link", "mini_program", "file", "video"] as const;
export const WELCOME_BYTES = 3000;
const BUSY_MS = 2000;

const busy = (one: Welcome) =>
  one.status === "creating" || one.status === "updating" || one.status === "deleting";

export function useWelcomes() {
  return useQuery({
    queryKey: ["groupcare", "welcomes"],
    queryFn: () => ask(client.GET("/api/group-welcomes")),
    // WeCom's answer comes by itself.
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => busy(one) || one.not_asked > 0) ? BUSY_MS : false,
  });
}

export function useOwners(id: number) {
  return useQuery({
    queryKey: ["groupcare", "owners", id],
    queryFn: () =>
      ask(
        client.GET("/api/group-welcomes/{welcome_id}/owners", {
          params: { path: { welcome_id: id } },
        }),
      ),
  });
}

export function useReplies() {
  return useQuery({
    queryKey: ["groupcare", "replies"],
    queryFn: () => ask(client.GET("/api/keyword-replies")),
  });
}

const useChange = changesOf(["groupcare"]);

export const useSaveWelcome = (onDone: (saved: Welcome) => void) =>
  useChange(
    ({ known, body }: { known: Welcome | null; body: NewWelcome }) =>
      known === null
        ? ask(client.POST("/api/group-welcomes", { body }))
        : ask(
            client.PUT("/api/group-welcomes/{welcome_id}", {
              params: { path: { welcome_id: known.id } },
              body: { ...body, version: known.version },
            }),
          ),
    onDone,
  );

const at = (id: number) => ({ params: { path: { welcome_id: id } } });

export const useRetryWelcome = () =>
  useChange((id: number) => ask(client.POST("/api/group-welcomes/{welcome_id}/retry", at(id))));

export const useDeleteWelcome = (onDone: () => void) =>
  useChange((id: number) => ask(client.DELETE("/api/group-welcomes/{welcome_id}", at(id))), onDone);

export const useCheckWelcomes = (onDone: () => void) =>
  useChange(() => ask(client.POST("/api/group-welcomes/check")), onDone);

export const useSaveReply = (onDone: (saved: Reply) => void) =>
  useChange(
    ({ known, body }: { known: Reply | null; body: NewReply }) =>
      known === null
        ? ask(client.POST("/api/keyword-replies", { body }))
        : ask(
            client.PUT("/api/keyword-replies/{reply_id}", {
              params: { path: { reply_id: known.id } },
              body: { ...body, version: known.version },
            }),
          ),
    onDone,
  );

export const useDeleteReply = (onDone: () => void) =>
  useChange(
    (id: number) =>
      ask(client.DELETE("/api/keyword-replies/{reply_id}", { params: { path: { reply_id: id } } })),
    onDone,
  );

export const useEnterReply = (onDone: () => void) =>
  useChange(
    ({ id, version }: Pick<Reply, "id" | "version">) =>
      ask(
        client.POST("/api/keyword-replies/{reply_id}/entered", {
          params: { path: { reply_id: id } },
          body: { version },
        }),
      ),
    onDone,
  );

export const exportHref = (lang: string): string =>
  `/api/keyword-replies/export.xlsx?lang=${lang === "en" ? "en" : "zh-CN"}`;

/** Texts to begin with, in both languages. */
export function useSkeletons() {
  return useQuery({
    queryKey: ["group-rules", "skeletons"],
    queryFn: () => ask(client.GET("/api/group-rules/skeletons")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
