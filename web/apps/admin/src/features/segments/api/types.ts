import type { Schemas as Known } from "@yutang/api";
import type { Node } from "./tree.ts";

// PROVISIONAL mirror of segs' schemas until the branch is merged.
type CustomerRow = {
  id: number;
  name: string;
  remark: string;
  state: string;
  last_active_at: string | null;
};
export type SegmentMember = CustomerRow;
export interface Words {
  zh: string;
  en: string;
}
export type Kind = "static" | "dynamic" | "kept";
export interface Run {
  run: number;
  why: "made" | "listed" | "clock" | "asked" | "used" | "frozen" | "settled";
  version: number;
  size: number;
  entered: number;
  left: number;
  told: number;
  state: "telling" | "done";
  as_of: string;
  took_ms: number;
  ended_at: string | null;
}
export interface Row {
  id: number;
  name: string;
  kind: Kind;
  folder: string;
  description: string;
  sentence: Words | null;
  size: number | null;
  size_hidden: boolean;
  as_of: string | null;
  week: number | null;
  uses: number;
  every_minutes: number;
  due_at: string | null;
  trouble: string | null;
  version: number;
  created_by_name: string;
  created_at: string;
  updated_at: string;
}
export interface SegmentPage {
  items: Row[];
  next: string | null;
  total: number;
}
export type What = "ids" | "phones" | "member_numbers" | "external_ids";
export interface Report {
  what: What;
  lines: number;
  found: number;
  people: number;
  unknown: number;
  duplicates: number;
  empty: number;
  unknown_lines: { line: number; value: string }[];
}
export interface Detail extends Row {
  tree: Node | null;
  latest: Run | null;
  report: Report | null;
}
export interface Version {
  number: number;
  name: string;
  kind: Kind;
  folder: string;
  description: string;
  tree: Node | null;
  sentence: Words | null;
  every_minutes: number;
  restored: number | null;
  made_by_name: string;
  made_at: string;
}
export interface Use {
  kind: string;
  id: number;
  name: string;
}
export interface SizePoint {
  at: string;
  size: number;
  entered: number;
  left: number;
}
export interface Reachable {
  reachable: number;
  refused: number;
  not_friends: number;
  unknown: { key: string; reason: Words }[];
}
export interface Counted {
  count: number;
  universe: number;
  share: number | null;
  nodes: Record<string, number>;
  as_of: string;
  took_ms: number;
  stale_since: string | null;
  reachable?: Reachable | null;
}
export interface Sampled {
  customer: CustomerRow;
  reason: Words | null;
}
export interface Chart {
  by: string;
  items: { key: string; name: string | null; count: number }[];
  rest: number;
}
export interface Profile {
  total: number;
  charts: Chart[];
}
export interface OverlapShare {
  tag_id: number;
  name: string;
  group: string;
  both: number;
  share: number;
  tag_total: number;
  lift: number | null;
}
export interface Overlap {
  total: number;
  universe: number;
  items: OverlapShare[];
}
export interface Explained {
  path: string;
  holds: boolean;
  sentence: Words;
  facts: Words | null;
  of?: Explained[];
}
export interface Explanation {
  customer_id: number;
  is_in: boolean;
  root: Explained;
}
export interface Template {
  key: string;
  name: Words;
  description: Words;
  tree: Node;
  needs: string[];
}
export interface Choice {
  key: string;
  name: Words;
}
export interface FieldOffer {
  name: string;
  label: Words;
  kind: string;
  tests: string[];
  options: Choice[];
  sensitive: boolean;
}
export interface PropertyOffer {
  name: string;
  type: string;
  example?: string | null;
}
export interface EventOffer {
  kind: string;
  label: string | null;
  family: string;
  properties: PropertyOffer[];
}
export interface Leaves {
  leaves: Choice[];
  fields: FieldOffer[];
  events: EventOffer[];
  stages: Choice[];
  states: Choice[];
  ways: Choice[];
  order_statuses: Choice[];
  order_sources: string[];
  group_kinds: string[];
  group_tiers: Choice[];
  group_labels: string[];
  rfm_classes: Choice[];
}
export type Unused = Known["Problem" & keyof Known];
