import { useTranslation } from "react-i18next";
import type { RelationLeaf } from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { Amount, Channels, Many, Pick, Several } from "./Filled.tsx";
import { type Change, type FieldsProps, tidy } from "./fields.ts";
import { MoreParts } from "./MoreParts.tsx";
import { MaybeSpan } from "./SpanField.tsx";

const STATES = ["living", "friend", "half", "ended", "any"] as const;
const LISTS = ["staff", "departments", "stores"] as const;
const OF = { staff: "staff", departments: "department", stores: "store" } as const;
const BYS = ["customer", "staff", "transferred"] as const;

/** All of one and the same relation: to whom, since when, how it came and how it ended. */
export function RelationFields({ leaf, onChange }: FieldsProps<RelationLeaf>) {
  const { t } = useTranslation();
  const { ways } = useOffers();
  const { options } = useSaid();
  const change = (more: Change<RelationLeaf>) => onChange(tidy<RelationLeaf>({ ...leaf, ...more }));
  const ended = leaf.state === "ended" || leaf.state === "any";
  const parts = [
    ...LISTS.map((key) => ({
      key,
      label: t(`segments.leaf.relation.${key}`),
      used: (leaf[key]?.length ?? 0) > 0,
      field: (
        <Many
          of={OF[key]}
          label={t(`segments.leaf.relation.${key}`)}
          value={leaf[key]}
          onChange={(ids) => change({ [key]: ids })}
        />
      ),
    })),
    {
      key: "channels",
      label: t("segments.leaf.relation.channels"),
      used: (leaf.channels?.length ?? 0) > 0,
      field: (
        <Channels
          label={t("segments.leaf.relation.channels")}
          value={leaf.channels}
          onChange={(channels) => change({ channels })}
        />
      ),
    },
    {
      key: "ways",
      label: t("segments.leaf.relation.ways"),
      used: (leaf.ways?.length ?? 0) > 0,
      field: (
        <Several<number>
          label={t("segments.leaf.relation.ways")}
          value={leaf.ways}
          options={options(ways).map((one) => ({ ...one, value: Number(one.value) }))}
          onChange={(chosen) => change({ ways: chosen })}
        />
      ),
    },
    {
      key: "at_least",
      label: t("segments.leaf.relation.atLeast"),
      used: (leaf.at_least ?? 1) > 1,
      field: (
        <Amount
          label={t("segments.leaf.relation.atLeast")}
          suffix={t("segments.leaf.relation.relations")}
          min={1}
          max={1000}
          value={leaf.at_least ?? 1}
          onChange={(least) => change({ at_least: least > 1 ? least : undefined })}
        />
      ),
    },
  ];
  return (
    <>
      <Pick
        label={t("segments.leaf.relation.state")}
        value={leaf.state}
        options={STATES.map((state) => ({
          value: state,
          label: t(`segments.leaf.relation.states.${state}`),
        }))}
        onChange={(state) =>
          change(
            state === "ended" || state === "any"
              ? { state }
              : { state, ended_by: undefined, ended: undefined },
          )
        }
      />
      {ended && (
        <Several
          label={t("segments.leaf.relation.endedBy")}
          value={leaf.ended_by}
          options={BYS.map((by) => ({ value: by, label: t(`segments.leaf.relation.bys.${by}`) }))}
          onChange={(by) => change({ ended_by: by })}
        />
      )}
      <MoreParts parts={parts} />
      <MaybeSpan
        label={t("segments.leaf.relation.added")}
        value={leaf.added}
        onChange={(added) => change({ added })}
      />
      {ended && (
        <MaybeSpan
          label={t("segments.leaf.relation.ended")}
          value={leaf.ended}
          onChange={(span) => change({ ended: span })}
        />
      )}
    </>
  );
}
