import { ask, client, type Schemas } from "@yutang/api";

export const STATES = ["running", "waiting", "done", "stopped", "failed"] as const;
export type State = (typeof STATES)[number];

export const PERSON_STATES = [
  "accepted",
  "waiting",
  "refused",
  "full",
  "failed",
  "planned",
  "excluded",
] as const;
export type PersonState = (typeof PERSON_STATES)[number];

const PAGE = 50;
const at = (id: number) => ({ handover_id: id });

export const readLeavers = () => ask(client.GET("/api/handovers/leavers"));

export const readGiver = (id: number) =>
  ask(client.GET("/api/handovers/staff/{staff_id}", { params: { path: { staff_id: id } } }));

export const readCodes = (id: number) =>
  ask(client.GET("/api/channels/of-staff/{staff_id}", { params: { path: { staff_id: id } } }));

export const readHandovers = (state: State | undefined, after: string | undefined) =>
  ask(
    client.GET("/api/handovers", {
      params: { query: { ...(state ? { state } : {}), ...(after ? { after } : {}) } },
    }),
  );

export const readHandover = (id: number) =>
  ask(client.GET("/api/handovers/{handover_id}", { params: { path: at(id) } }));

export const readPreview = (body: Wish) => ask(client.POST("/api/handovers/preview", { body }));

export const readRetryPreview = (id: number, body: Retry) =>
  ask(
    client.POST("/api/handovers/{handover_id}/retry/preview", { params: { path: at(id) }, body }),
  );

export const readPeople = (
  id: number,
  query: { state?: PersonState; taker_id?: number },
  after: string,
) =>
  ask(
    client.GET("/api/handovers/{handover_id}/people", {
      params: { path: at(id), query: { ...query, limit: PAGE, ...(after ? { after } : {}) } },
    }),
  );

export const readGroups = (id: number, after: string) =>
  ask(
    client.GET("/api/handovers/{handover_id}/groups", {
      params: { path: at(id), query: { limit: PAGE, ...(after ? { after } : {}) } },
    }),
  );

type Told<F extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;

export type Wish = Schemas["HandoverWish"];
export type New = Schemas["NewHandover"];
export type Retry = Schemas["RetryWish"];
export type Rule = NonNullable<Wish["rule"]>;
export type Leaver = Told<typeof readLeavers>["items"][number];
export type Giver = Told<typeof readGiver>;
export type Code = Told<typeof readCodes>["items"][number];
export type Handover = Told<typeof readHandover>;
export type Sums = Handover["customers"];
export type Preview = Told<typeof readPreview>;
export type TakerPlan = Preview["takers"][number];
export type Exclusion = Preview["customers"]["cannot"][number];
export type Say = Exclusion["say"];
export type HandoverPerson = Told<typeof readPeople>["items"][number];
export type HandoverGroup = Told<typeof readGroups>["items"][number];
