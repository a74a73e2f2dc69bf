import { useTranslation } from "react-i18next";
import {
  type ActivationLeaf,
  type LossLeaf,
  MOST_DAYS,
  type RfmLeaf,
  type Scale,
  type SegmentLeaf,
  type SilenceLeaf,
} from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { CompareField } from "./CompareField.tsx";
import { ONCE } from "./EventFields.tsx";
import { Amount, One, Pick, Several } from "./Filled.tsx";
import { type Change, type FieldsProps, tidy } from "./fields.ts";
import { MoreParts } from "./MoreParts.tsx";
import { SpanField } from "./SpanField.tsx";

const HIGHEST = 20;
const USUAL = 5;
const LETTERS = ["r", "f", "m"] as const;

/** By class, or by its three scores. */
export function RfmFields({ leaf, onChange }: FieldsProps<RfmLeaf>) {
  const { t } = useTranslation();
  const { rfm_classes } = useOffers();
  const { options } = useSaid();
  const change = (more: Change<RfmLeaf>) => onChange(tidy<RfmLeaf>({ ...leaf, ...more }));
  return (
    <>
      <Several<string>
        label={t("segments.leaf.rfm.classes")}
        value={leaf.classes}
        options={options(rfm_classes)}
        onChange={(classes) => change({ classes })}
      />
      <MoreParts
        parts={LETTERS.map((letter) => ({
          key: letter,
          label: t(`segments.leaf.rfm.${letter}`),
          used: leaf[letter] !== undefined,
          field: (
            <ScaleField
              label={t(`segments.leaf.rfm.${letter}`)}
              value={leaf[letter] ?? [1, USUAL]}
              onChange={(scale) => change({ [letter]: scale })}
            />
          ),
        }))}
      />
    </>
  );
}

function ScaleField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Scale;
  onChange: (scale: Scale) => void;
}) {
  const { t } = useTranslation();
  const [low, high] = value;
  return (
    <>
      <Amount
        label={t("segments.leaf.rfm.from", { what: label })}
        min={1}
        max={high}
        value={low}
        onChange={(from) => onChange([from, high])}
      />
      <span className="seg-word">{t("segments.compare.and")}</span>
      <Amount
        label={t("segments.leaf.rfm.to", { what: label })}
        min={low}
        max={HIGHEST}
        value={high}
        onChange={(to) => onChange([low, to])}
      />
    </>
  );
}

/** How many messages the one relation with the most of them has had; of many nobody tells. */
export function ActivationFields({ leaf, onChange }: FieldsProps<ActivationLeaf>) {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        label={t("segments.leaf.activation.how")}
        value={leaf.unknown ? "unknown" : "messages"}
        options={(["messages", "unknown"] as const).map((value) => ({
          value,
          label: t(`segments.leaf.activation.${value}`),
        }))}
        onChange={(how) =>
          onChange(
            how === "unknown"
              ? { leaf: "activation", unknown: true }
              : { leaf: "activation", messages: ONCE },
          )
        }
      />
      {!leaf.unknown && (
        <CompareField
          label={t("segments.leaf.activation.messages")}
          value={leaf.messages ?? ONCE}
          suffix={t("segments.leaf.activation.unit")}
          onChange={(messages) => onChange({ leaf: "activation", messages })}
        />
      )}
    </>
  );
}

const BYS = ["any", "customer", "staff"] as const;
const WHATS = ["person", "relation"] as const;

export function LossFields({ leaf, onChange }: FieldsProps<LossLeaf>) {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        label={t("segments.leaf.loss.what")}
        value={leaf.what}
        options={WHATS.map((value) => ({ value, label: t(`segments.leaf.loss.whats.${value}`) }))}
        onChange={(what) => onChange({ ...leaf, what })}
      />
      <Pick
        label={t("segments.leaf.loss.by")}
        value={leaf.by}
        options={BYS.map((value) => ({ value, label: t(`segments.leaf.loss.bys.${value}`) }))}
        onChange={(by) => onChange({ ...leaf, by })}
      />
      <SpanField value={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
    </>
  );
}

export function SilenceFields({ leaf, onChange }: FieldsProps<SilenceLeaf>) {
  const { t } = useTranslation();
  return (
    <>
      <span className="seg-word">{t("segments.leaf.silence.since")}</span>
      <Amount
        label={t("segments.leaf.silence.days")}
        suffix={t("segments.leaf.silence.unit")}
        min={1}
        max={MOST_DAYS}
        value={leaf.days}
        onChange={(days) => onChange({ ...leaf, days })}
      />
    </>
  );
}

/** In a list, or in another segment. */
export function SegmentFields({ leaf, onChange }: FieldsProps<SegmentLeaf>) {
  const { t } = useTranslation();
  return (
    <>
      <span className="seg-word">{t("segments.leaf.segment.in")}</span>
      <One
        of={leaf.leaf}
        label={t(`segments.leaf.${leaf.leaf}.which`)}
        value={leaf.segment || undefined}
        onChange={(segment) => onChange({ ...leaf, segment })}
      />
    </>
  );
}
