import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, ProblemError, type Schemas, sessionToken } from "@yutang/api";

export type Import = Schemas["ImportRead"];
export type Mapping = Schemas["Mapping"];
export type Target = Schemas["TargetRead"];
export type NamedKind = Schemas["NamedKind"];
export type Counts = Pick<Import, "created" | "changed" | "unchanged" | "refused">;
export type Subject = Import["subject"];

/** What the rows of a file can be. */
export const SUBJECTS = ["members", "orders", "events"] as const satisfies readonly Subject[];
/** How an order can stand. */
export const STANDINGS = [
  "placed",
  "paid",
  "shipped",
  "completed",
  "cancelled",
  "refunded",
] as const;

const MOVING_MS = 1000;

export const isMoving = (one: Pick<Import, "state">): boolean =>
  one.state === "checking" || one.state === "running";

export function useImports(before: number | undefined, enabled = true) {
  return useQuery({
    queryKey: ["imports", before],
    queryFn: () => ask(client.GET("/api/imports", { params: { query: before ? { before } : {} } })),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: (query) => (query.state.data?.items.some(isMoving) ? MOVING_MS : 15_000),
  });
}

export function useImport(id: number) {
  return useQuery({
    queryKey: ["import", id],
    queryFn: () =>
      ask(client.GET("/api/imports/{import_id}", { params: { path: { import_id: id } } })),
    refetchInterval: (query) =>
      query.state.data && isMoving(query.state.data) ? MOVING_MS : false,
  });
}

export function useTargets(subject: Subject) {
  return useQuery({
    queryKey: ["imports", "targets", subject],
    queryFn: () => ask(client.GET("/api/imports/targets", { params: { query: { subject } } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useRowErrors(id: number, lang: string, count: number) {
  return useQuery({
    queryKey: ["import", id, "errors", lang, count],
    queryFn: () =>
      ask(
        client.GET("/api/imports/{import_id}/errors", {
          params: {
            path: { import_id: id },
            query: { lang: lang === "en" ? "en" : "zh-CN", limit: 100 },
          },
        }),
      ),
    enabled: count > 0,
    placeholderData: keepPreviousData,
  });
}

export const errorsHref = (id: number, lang: string): string =>
  `/api/imports/${id}/errors.csv?lang=${lang === "en" ? "en" : "zh-CN"}`;

/** The file as the body, with the share that is sent: `fetch` does not tell it. */
export function upload(file: File, onShare: (share: number) => void): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports?name=${encodeURIComponent(file.name.slice(-200))}`);
    request.setRequestHeader("X-CSRF-Token", sessionToken());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = (event) => onShare(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new TypeError("offline"));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Import);
      else {
        const told = request.response as { type?: string; detail?: string } | null;
        reject(
          new ProblemError({
            type: told?.type ?? `http.${request.status}`,
            detail: told?.detail ?? "",
            status: request.status,
          }),
        );
      }
    };
    request.send(file);
  });
}

export function useAct(id: number) {
  const queries = useQueryClient();
  const path = { params: { path: { import_id: id } } };
  return useMutation({
    mutationFn: (act: { check: Mapping } | "run" | "stop") => {
      if (act === "run") return ask(client.POST("/api/imports/{import_id}/run", path));
      if (act === "stop") return ask(client.POST("/api/imports/{import_id}/stop", path));
      return ask(client.POST("/api/imports/{import_id}/check", { ...path, body: act.check }));
    },
    onSuccess: (now) => {
      queries.setQueryData(["import", id], now);
      return queries.invalidateQueries({ queryKey: ["imports"] });
    },
  });
}
