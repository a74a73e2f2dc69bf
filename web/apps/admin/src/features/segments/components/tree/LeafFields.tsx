import type { Leaf } from "../../api/tree.ts";
import { AttributeFields } from "../leaves/AttributeFields.tsx";
import { EventFields, SequenceFields } from "../leaves/EventFields.tsx";
import { GroupFields } from "../leaves/GroupFields.tsx";
import { OrdersFields } from "../leaves/OrdersFields.tsx";
import {
  ActivationFields,
  LossFields,
  RfmFields,
  SegmentFields,
  SilenceFields,
} from "../leaves/OtherFields.tsx";
import { RelationFields } from "../leaves/RelationFields.tsx";
import { StageFields, StateFields } from "../leaves/StageFields.tsx";
import { TagFields } from "../leaves/TagFields.tsx";

/** The fields of a condition, by what it asks. */
export function LeafFields({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  switch (leaf.leaf) {
    case "tag":
      return <TagFields leaf={leaf} onChange={onChange} />;
    case "attribute":
      return <AttributeFields leaf={leaf} onChange={onChange} />;
    case "relation":
      return <RelationFields leaf={leaf} onChange={onChange} />;
    case "group":
      return <GroupFields leaf={leaf} onChange={onChange} />;
    case "stage":
      return <StageFields leaf={leaf} onChange={onChange} />;
    case "state":
      return <StateFields leaf={leaf} onChange={onChange} />;
    case "event":
      return <EventFields leaf={leaf} onChange={onChange} />;
    case "sequence":
      return <SequenceFields leaf={leaf} onChange={onChange} />;
    case "orders":
      return <OrdersFields leaf={leaf} onChange={onChange} />;
    case "rfm":
      return <RfmFields leaf={leaf} onChange={onChange} />;
    case "activation":
      return <ActivationFields leaf={leaf} onChange={onChange} />;
    case "loss":
      return <LossFields leaf={leaf} onChange={onChange} />;
    case "silence":
      return <SilenceFields leaf={leaf} onChange={onChange} />;
    case "list":
    case "segment":
      return <SegmentFields leaf={leaf} onChange={onChange} />;
  }
}
