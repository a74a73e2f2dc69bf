import type { Leaf, LeafName, Test } from "../../api/tree.ts";
import type { Leaves } from "../../api/types.ts";
import { BARE, firstTest } from "../leaves/tests.ts";

/** In the order in which one is chosen. */
export const LEAVES = [
  "tag",
  "attribute",
  "relation",
  "orders",
  "event",
  "sequence",
  "stage",
  "state",
  "group",
  "rfm",
  "activation",
  "silence",
  "loss",
  "list",
  "segment",
] as const satisfies readonly LeafName[];

const USUAL_DAYS = 30;
const LONG_DAYS = 60;
const WITHIN_DAYS = 7;
const lately = { kind: "sliding", days: USUAL_DAYS } as const;

/** A condition of this kind as it is offered first. */
export function blank(name: LeafName, offers: Leaves): Leaf {
  switch (name) {
    case "tag":
      return { leaf: "tag", how: "any", tags: [] };
    case "attribute": {
      const [field] = offers.fields;
      return { leaf: "attribute", name: field?.name ?? "gender", test: firstTest(field) };
    }
    case "relation":
      return { leaf: "relation", state: "friend" };
    case "group":
      return { leaf: "group", presence: "in" };
    case "stage":
      return { leaf: "stage", stages: [] };
    case "state":
      return { leaf: "state", states: [] };
    case "event":
      return { leaf: "event", kind: "", did: true, measure: "count", window: lately };
    case "sequence":
      return {
        leaf: "sequence",
        first: { kind: "" },
        then: { kind: "" },
        within_days: WITHIN_DAYS,
        did: true,
        window: lately,
      };
    case "orders":
      return { leaf: "orders", did: true, measure: "count", window: lately };
    case "rfm":
      return { leaf: "rfm", classes: [] };
    case "activation":
      return { leaf: "activation", messages: { is: "at_least", n: 1 } };
    case "loss":
      return { leaf: "loss", by: "any", what: "person", window: lately };
    case "silence":
      return { leaf: "silence", days: LONG_DAYS };
    case "list":
    case "segment":
      return { leaf: name, segment: 0 };
  }
}

/** A condition of the wire with what it leaves unsaid. */
export function whole(leaf: Leaf): Leaf {
  switch (leaf.leaf) {
    case "event":
    case "orders":
    case "sequence":
      return { ...leaf, did: leaf.did ?? true };
    case "relation":
      return { ...leaf, state: leaf.state ?? "living" };
    case "group":
      return { ...leaf, presence: leaf.presence ?? "in" };
    case "stage":
      return { ...leaf, stages: leaf.stages ?? [] };
    case "loss":
      return { ...leaf, by: leaf.by ?? "any", what: leaf.what ?? "person" };
    default:
      return leaf;
  }
}

const none = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) === 0;

function testWants(test: Test): boolean {
  if (BARE.includes(test.is)) return false;
  if (test.is === "within") return !test.window || spanWants(test.window);
  const values = test.values ?? [];
  return values.length < (test.is === "between" ? 2 : 1) || values.some((one) => one === "");
}

function spanWants(span: { kind: string; from?: string | null; to?: string | null }): boolean {
  return span.kind === "absolute" && !span.from && !span.to;
}

const whereWants = (tests: readonly { is: string; values?: readonly unknown[] }[] | undefined) =>
  (tests ?? []).some(
    (test) =>
      test.is !== "known" &&
      test.is !== "absent" &&
      (test.values?.length ?? 0) < (test.is === "between" ? 2 : 1),
  );

const upside = (compare: { n: number; to?: number } | undefined): boolean =>
  compare?.to !== undefined && compare.to < compare.n;

/** Whether its ends stand the wrong way round. */
export function isReversed(leaf: Leaf): boolean {
  switch (leaf.leaf) {
    case "event":
    case "orders":
      return upside(leaf.compare);
    case "activation":
      return upside(leaf.messages);
    case "attribute": {
      const [low, high] = leaf.test.values ?? [];
      return leaf.test.is === "between" && high !== undefined && low !== undefined && high < low;
    }
    default:
      return false;
  }
}

/** Whether something must still be chosen before it can be asked. */
export function wants(leaf: Leaf): boolean {
  if (isReversed(leaf)) return true;
  switch (leaf.leaf) {
    case "tag":
      return leaf.how !== "some" && leaf.how !== "untagged" && none(leaf.tags);
    case "attribute":
      return testWants(leaf.test);
    case "state":
      return none(leaf.states);
    case "event":
      return (
        leaf.kind === "" ||
        whereWants(leaf.where) ||
        spanWants(leaf.window) ||
        (leaf.measure === "sum" && !leaf.prop)
      );
    case "sequence":
      return (
        [leaf.first, leaf.then].some((one) => one.kind === "" || whereWants(one.where)) ||
        spanWants(leaf.window)
      );
    case "orders":
    case "loss":
      return spanWants(leaf.window);
    case "relation":
      return [leaf.added, leaf.ended].some((one) => one !== undefined && spanWants(one));
    case "group":
      return leaf.joined !== undefined && spanWants(leaf.joined);
    case "stage":
      return leaf.changed !== undefined && spanWants(leaf.changed);
    case "rfm":
      return none(leaf.classes) && !leaf.r && !leaf.f && !leaf.m;
    case "list":
    case "segment":
      return leaf.segment === 0;
    default:
      return false;
  }
}
