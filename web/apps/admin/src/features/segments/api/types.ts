import type { Schemas } from "@yutang/api";
import type { Node } from "./tree.ts";

/** The description of the API calls a tree an object; `Node` says what it is. */
type Treed<T> = Omit<T, "tree"> & { tree: Node | null };

export type Words = Schemas["Words"];
export type Row = Schemas["SegmentRow"];
export type Kind = Row["kind"];
export type Detail = Treed<Schemas["SegmentDetail"]>;
export type Version = Treed<Schemas["VersionRead"]>;
export type Report = Schemas["Report"];
export type What = Report["what"];
export type Use = Schemas["UseRead"];
export type Member = Schemas["MemberPage"]["items"][number];
export type Counted = Schemas["CountRead"];
export type Chart = Schemas["Chart"];
export type Explained = Schemas["Explained"];
export type Template = Omit<Schemas["Template"], "tree"> & { tree: Node };
export type Choice = Schemas["Choice"];
export type FieldOffer = Schemas["FieldOffer"];
export type EventOffer = Schemas["EventOffer"];
export type Leaves = Schemas["LeavesRead"];
