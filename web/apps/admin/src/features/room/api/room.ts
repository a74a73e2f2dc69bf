import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";

export type Overview = Schemas["RoomOverview"];
export type Room = Schemas["RoomRead"];
export type StaffRoom = Schemas["StaffRoom"];

const AGAIN_MS = 15_000;

export function useRoom() {
  return useQuery({
    queryKey: ["room", "overview"],
    queryFn: () => ask(client.GET("/api/room")),
    refetchInterval: AGAIN_MS,
  });
}

export function useStaffRoom(q: string, which: "all" | "warned", after: string | undefined) {
  return useQuery({
    queryKey: ["room", "staff", q, which, after],
    queryFn: () =>
      ask(
        client.GET("/api/room/staff", {
          params: { query: { which, ...(q ? { q } : {}), ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

/** Ask for a new count; the numbers come when the work behind is through. */
export function useCountAgain() {
  return useMutation({ mutationFn: () => ask(client.POST("/api/room/count")) });
}
