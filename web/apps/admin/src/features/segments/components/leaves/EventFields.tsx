import { useTranslation } from "react-i18next";
import {
  type Compare,
  EVENT_MEASURES,
  type EventLeaf,
  type SequenceLeaf,
  type Step,
} from "../../api/tree.ts";
import { useOffers, useProperties } from "../context.ts";
import { eventName } from "../words.ts";
import { CompareField } from "./CompareField.tsx";
import { Amount, Pick } from "./Filled.tsx";
import { type FieldsProps, tidy } from "./fields.ts";
import { SpanField } from "./SpanField.tsx";
import { WhereField } from "./WhereField.tsx";

export const ONCE: Compare = { is: "at_least", n: 1 };

export function KindPick({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (kind: string) => void;
}) {
  const { t } = useTranslation();
  const { events } = useOffers();
  const options = events
    .map((one) => ({ value: one.kind, label: eventName(t, one.kind, one.label) }))
    .filter((one): one is { value: string; label: string } => one.label !== undefined);
  const known = options.some((one) => one.value === value) || value === "";
  return (
    <Pick
      label={label}
      value={value || undefined}
      search
      options={known ? options : [{ value, label: value }, ...options]}
      onChange={onChange}
    />
  );
}

type Measure = NonNullable<EventLeaf["measure"]>;
type Choice = "not" | Measure;

/** Did or did not, how often, on how many days, how much together, first or last when. */
export function EventFields({ leaf, onChange }: FieldsProps<EventLeaf>) {
  const { t } = useTranslation();
  const numbers = useProperties(leaf.kind).filter((one) => one.type === "number");
  const measure = leaf.measure ?? "count";
  const counted = leaf.did && (measure === "count" || measure === "days" || measure === "sum");
  const choose = (choice: Choice) => {
    const { measure: _m, prop: _p, compare: _c, ...rest } = leaf;
    if (choice === "not") return onChange({ ...rest, did: false });
    if (choice === "first" || choice === "last") {
      return onChange({ ...rest, did: true, measure: choice });
    }
    const compare = leaf.compare ?? ONCE;
    const prop = choice === "sum" ? numbers[0]?.name : undefined;
    return onChange({ ...rest, did: true, measure: choice, compare, ...(prop ? { prop } : {}) });
  };
  return (
    <>
      <KindPick
        label={t("segments.leaf.event.kind")}
        value={leaf.kind}
        onChange={(kind) => {
          const { where: _w, prop: _p, ...rest } = leaf;
          onChange(
            rest.measure === "sum" ? { ...rest, kind, measure: "count" } : { ...rest, kind },
          );
        }}
      />
      <Pick<Choice>
        label={t("segments.leaf.event.measure")}
        value={leaf.did ? measure : "not"}
        options={(["not", ...EVENT_MEASURES] as const)
          .filter((one) => one !== "sum" || numbers.length > 0)
          .map((one) => ({ value: one, label: t(`segments.leaf.event.measures.${one}`) }))}
        onChange={choose}
      />
      {counted && measure === "sum" && (
        <Pick
          label={t("segments.leaf.event.prop")}
          value={leaf.prop}
          options={numbers.map((one) => ({ value: one.name, label: one.name }))}
          onChange={(prop) => onChange({ ...leaf, prop })}
        />
      )}
      {counted && (
        <CompareField
          label={t("segments.leaf.event.number")}
          value={leaf.compare ?? ONCE}
          decimals={measure === "sum" ? 2 : 0}
          suffix={measure === "sum" ? undefined : t(`segments.leaf.event.units.${measure}`)}
          onChange={(compare) => onChange({ ...leaf, measure, compare })}
        />
      )}
      <SpanField value={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
      <WhereField
        kind={leaf.kind}
        value={leaf.where}
        onChange={(where) => onChange(tidy({ ...leaf, where }))}
      />
    </>
  );
}

/** First this, then that within so many days. */
export function SequenceFields({ leaf, onChange }: FieldsProps<SequenceLeaf>) {
  const { t } = useTranslation();
  const step = (name: "first" | "then", value: Step) => onChange({ ...leaf, [name]: value });
  return (
    <>
      {(["first", "then"] as const).map((name) => (
        <span key={name} className="seg-part">
          <span className="seg-word">{t(`segments.leaf.sequence.${name}`)}</span>
          <KindPick
            label={t(`segments.leaf.sequence.${name}Kind`)}
            value={leaf[name].kind}
            onChange={(kind) => step(name, { kind })}
          />
          <WhereField
            kind={leaf[name].kind}
            value={leaf[name].where}
            onChange={(where) => step(name, tidy({ ...leaf[name], where }))}
          />
        </span>
      ))}
      <Pick
        label={t("segments.leaf.sequence.how")}
        value={leaf.did ? "did" : "not"}
        options={(["did", "not"] as const).map((value) => ({
          value,
          label: t(`segments.leaf.sequence.${value}`),
        }))}
        onChange={(how) => onChange({ ...leaf, did: how === "did" })}
      />
      <Amount
        label={t("segments.leaf.sequence.within")}
        suffix={t("segments.leaf.sequence.days")}
        min={1}
        max={3650}
        value={leaf.within_days}
        onChange={(days) => onChange({ ...leaf, within_days: days })}
      />
      <SpanField value={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
    </>
  );
}
