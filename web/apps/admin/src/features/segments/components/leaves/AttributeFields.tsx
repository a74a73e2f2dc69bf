import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { useDecimals } from "../../api/choices.ts";
import type { AttributeLeaf, Test, Value } from "../../api/tree.ts";
import type { FieldOffer } from "../../api/types.ts";
import { useOffers, useSaid } from "../context.ts";
import { Amount, Channels, Pick, Several, Words } from "./Filled.tsx";
import type { FieldsProps } from "./fields.ts";
import { SpanField } from "./SpanField.tsx";
import { BARE, firstTest } from "./tests.ts";

type Is = Test["is"];
/** Those whose values are a set. */
const SETS: readonly Is[] = ["in", "any_of", "all_of"];

/** An attribute of ours or a field of the company, tested as its type allows. */
export function AttributeFields({ leaf, onChange }: FieldsProps<AttributeLeaf>) {
  const { t } = useTranslation();
  const { fields } = useOffers();
  const { say } = useSaid();
  const offer = fields.find((one) => one.name === leaf.name);
  const test = (is: Is): Test => {
    if (BARE.includes(is)) return { is };
    if (is === "within") return { is, window: leaf.test.window ?? { kind: "sliding", days: 30 } };
    const kept = leaf.test.values ?? [];
    return { is, values: SETS.includes(is) ? kept : kept.slice(0, is === "between" ? 2 : 1) };
  };
  const tests = (offer?.tests ?? [leaf.test.is]) as Is[];
  const known = offer !== undefined;
  return (
    <>
      <Pick
        label={t("segments.leaf.attribute.name")}
        value={leaf.name}
        search
        options={[
          ...fields.map((one) => ({ value: one.name, label: say(one.label) })),
          ...(known ? [] : [{ value: leaf.name, label: t("segments.leaf.attribute.gone") }]),
        ]}
        onChange={(name) =>
          onChange({
            leaf: "attribute",
            name,
            test: firstTest(fields.find((one) => one.name === name)),
          })
        }
      />
      <Pick
        label={t("segments.leaf.attribute.test")}
        value={leaf.test.is}
        options={tests.map((is) => ({ value: is, label: t(`segments.test.${is}`) }))}
        onChange={(is) => onChange({ ...leaf, test: test(is) })}
      />
      {leaf.test.is === "within" && leaf.test.window && (
        <SpanField
          value={leaf.test.window}
          onChange={(window) => onChange({ ...leaf, test: { is: "within", window } })}
        />
      )}
      {!BARE.includes(leaf.test.is) && leaf.test.is !== "within" && offer && (
        <Values
          offer={offer}
          test={leaf.test}
          onChange={(values) => onChange({ ...leaf, test: { is: leaf.test.is, values } })}
        />
      )}
    </>
  );
}

interface ValuesProps {
  offer: FieldOffer;
  test: Test;
  onChange: (values: Value[]) => void;
}

const NUMBERS = ["number", "money"];
const DAYS = ["date", "day", "moment", "time"];
const YES_NO = ["yes_no", "boolean"];
/** Chosen from words, numbers on the wire. */
const NUMERIC = ["way", "month"];
const MONTHS = 12;

/** What can be chosen of an attribute: its options, ways of adding, months; or nothing. */
function useOffered() {
  const { t } = useTranslation();
  const { ways } = useOffers();
  const { options } = useSaid();
  return (offer: FieldOffer) => {
    if (offer.kind === "way") return options(ways);
    if (offer.kind !== "month") return options(offer.options);
    // 0 is the running one, whichever that is on the day.
    return Array.from({ length: MONTHS + 1 }, (_, n) => ({
      value: String(n),
      label: n === 0 ? t("segments.thisMonth") : t("segments.month", { n }),
    }));
  };
}

function Values({ offer, test, onChange }: ValuesProps) {
  const { t } = useTranslation();
  const { say } = useSaid();
  const offeredFor = useOffered();
  const decimals = useDecimals(offer.name);
  const values = test.values ?? [];
  const label = t("segments.leaf.attribute.value", { name: say(offer.label) });
  const two = test.is === "between";
  const set = (at: number, value: Value) =>
    onChange(
      two
        ? [at === 0 ? value : (values[0] ?? value), at === 1 ? value : (values[1] ?? value)]
        : [value],
    );
  if (offer.name === "first_channel" && SETS.includes(test.is)) {
    return <Channels label={label} value={values.map(String)} onChange={onChange} />;
  }
  if (YES_NO.includes(offer.kind)) {
    return (
      <Pick
        label={label}
        value={values[0] === undefined ? undefined : values[0] === true ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({
          value,
          label: t(`segments.${value}`),
        }))}
        onChange={(chosen) => onChange([chosen === "yes"])}
      />
    );
  }
  const choices = offeredFor(offer);
  if (choices.length > 0) {
    const numeric = NUMERIC.includes(offer.kind);
    const meant = (key: string): Value => (numeric ? Number(key) : key);
    return SETS.includes(test.is) ? (
      <Several<string>
        label={label}
        value={values.map(String)}
        options={choices}
        onChange={(keys) => onChange(keys.map(meant))}
      />
    ) : (
      <Pick
        label={label}
        value={values[0] === undefined ? undefined : String(values[0])}
        options={choices}
        onChange={(key) => onChange([meant(key)])}
      />
    );
  }
  if (SETS.includes(test.is)) {
    return (
      <Words
        label={label}
        value={values.map((one) =>
          NUMBERS.includes(offer.kind)
            ? String(Number(one) / 10 ** (offer.kind === "money" ? 2 : decimals))
            : String(one),
        )}
        onChange={(words) =>
          onChange(
            NUMBERS.includes(offer.kind)
              ? words
                  .map((word) =>
                    Math.round(Number(word) * 10 ** (offer.kind === "money" ? 2 : decimals)),
                  )
                  .filter((one) => !Number.isNaN(one))
              : words,
          )
        }
      />
    );
  }
  const ends = two ? [0, 1] : [0];
  return (
    <>
      {ends.map((at) => (
        <OneValue
          key={at}
          label={at === 0 ? label : t("segments.compare.upTo", { what: label })}
          kind={offer.kind}
          decimals={offer.kind === "money" ? 2 : decimals}
          value={values[at]}
          onChange={(value) => set(at, value)}
        />
      ))}
    </>
  );
}

interface OneProps {
  label: string;
  kind: string;
  /** The wire counts whole parts of the field's last decimal. */
  decimals: number;
  value: Value | undefined;
  onChange: (value: Value) => void;
}

function OneValue({ label, kind, decimals, value, onChange }: OneProps) {
  if (NUMBERS.includes(kind)) {
    const scale = 10 ** decimals;
    return (
      <Amount
        label={label}
        prefix={kind === "money" ? "\u00a5" : undefined}
        decimals={decimals}
        value={value === undefined ? undefined : Number(value) / scale}
        onChange={(n) => onChange(Math.round(n * scale))}
      />
    );
  }
  if (DAYS.includes(kind)) {
    return (
      <DatePicker
        variant="filled"
        aria-label={label}
        placeholder={label}
        value={value === undefined ? null : dayjs(String(value))}
        allowClear={false}
        onChange={(day) => day && onChange(day.format("YYYY-MM-DD"))}
      />
    );
  }
  return (
    <Input
      variant="filled"
      className="seg-text"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
