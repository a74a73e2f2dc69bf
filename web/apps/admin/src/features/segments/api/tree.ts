// The language of conditions as it goes over the wire; `GET /api/segments/language` is its schema.

export const OPS = ["all", "any", "none"] as const;
export type Op = (typeof OPS)[number];

export const UNITS = ["day", "week", "month", "quarter", "year"] as const;
export type Unit = (typeof UNITS)[number];

export type Span =
  | { kind: "ever" }
  | { kind: "sliding"; days: number }
  | { kind: "before"; days: number }
  | { kind: "calendar"; unit: Unit; back: number }
  | { kind: "absolute"; from: string | null; to: string | null };
export const SPANS = ["sliding", "before", "calendar", "absolute", "ever"] as const;
export type SpanKind = Span["kind"];

export const COMPARISONS = ["at_least", "at_most", "exactly", "between"] as const;
export interface Compare {
  is: (typeof COMPARISONS)[number];
  n: number;
  to?: number;
}

export type Value = string | number | boolean;

export const TESTS = [
  "equals",
  "in",
  "less",
  "less_equal",
  "more",
  "more_equal",
  "between",
  "any_of",
  "all_of",
  "contains",
  "within",
  "known",
  "absent",
  "empty",
  "unknown",
] as const;
export interface Test {
  is: (typeof TESTS)[number];
  values?: Value[];
  window?: Span;
}

export const PROPERTY_TESTS = [
  "equals",
  "in",
  "less",
  "more",
  "between",
  "contains",
  "known",
  "absent",
] as const;
export interface PropertyTest {
  prop: string;
  is: (typeof PROPERTY_TESTS)[number];
  values?: Value[];
}

export interface TagLeaf {
  leaf: "tag";
  how: "any" | "all" | "none" | "some" | "untagged";
  tags?: number[];
}
export interface AttributeLeaf {
  leaf: "attribute";
  name: string;
  test: Test;
}
export interface RelationLeaf {
  leaf: "relation";
  state: "living" | "friend" | "half" | "ended" | "any";
  staff?: number[];
  departments?: number[];
  stores?: number[];
  channels?: string[];
  ways?: number[];
  added?: Span;
  ended_by?: ("staff" | "customer" | "transferred")[];
  ended?: Span;
  at_least?: number;
}
export interface GroupLeaf {
  leaf: "group";
  presence: "in" | "left" | "never";
  groups?: number[];
  kinds?: string[];
  tiers?: string[];
  labels?: string[];
  joined?: Span;
}
export interface StageLeaf {
  leaf: "stage";
  stages: string[];
  changed?: Span;
}
export interface StateLeaf {
  leaf: "state";
  states: string[];
}
export const EVENT_MEASURES = ["count", "days", "sum", "first", "last"] as const;
export interface EventLeaf {
  leaf: "event";
  kind: string;
  did: boolean;
  where?: PropertyTest[];
  measure?: (typeof EVENT_MEASURES)[number];
  prop?: string;
  compare?: Compare;
  window: Span;
}
export interface Step {
  kind: string;
  where?: PropertyTest[];
}
export interface SequenceLeaf {
  leaf: "sequence";
  first: Step;
  then: Step;
  within_days: number;
  did: boolean;
  window: Span;
}
export const ORDER_MEASURES = [
  "count",
  "amount",
  "average",
  "largest",
  "pieces",
  "first",
  "last",
] as const;
export interface OrdersLeaf {
  leaf: "orders";
  did: boolean;
  measure?: (typeof ORDER_MEASURES)[number];
  compare?: Compare;
  statuses?: string[];
  skus?: string[];
  categories?: string[];
  stores?: number[];
  sources?: string[];
  window: Span;
}
export type Scale = [number, number];
export interface RfmLeaf {
  leaf: "rfm";
  classes?: string[];
  r?: Scale;
  f?: Scale;
  m?: Scale;
}
export interface ActivationLeaf {
  leaf: "activation";
  messages?: Compare;
  unknown?: true;
}
export interface LossLeaf {
  leaf: "loss";
  by: "staff" | "customer" | "any";
  what: "person" | "relation";
  window: Span;
}
export interface SilenceLeaf {
  leaf: "silence";
  days: number;
}
export interface SegmentLeaf {
  leaf: "list" | "segment";
  segment: number;
}

export type Leaf =
  | TagLeaf
  | AttributeLeaf
  | RelationLeaf
  | GroupLeaf
  | StageLeaf
  | StateLeaf
  | EventLeaf
  | SequenceLeaf
  | OrdersLeaf
  | RfmLeaf
  | ActivationLeaf
  | LossLeaf
  | SilenceLeaf
  | SegmentLeaf;
export type LeafName = Leaf["leaf"];

export interface Group {
  op: Op;
  of: Node[];
}
export type Node = Group | Leaf;

/** How far down groups go; the server refuses what is deeper. */
export const DEEPEST = 8;
export const MOST_LEAVES = 200;
export const MOST_DAYS = 3650;
