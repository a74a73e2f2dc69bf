import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { PROPERTY_TESTS, type PropertyTest, type Value } from "../../api/tree.ts";
import { useProperties } from "../context.ts";
import { Amount, Pick, Words } from "./Filled.tsx";

interface Props {
  kind: string;
  value: readonly PropertyTest[] | undefined;
  onChange: (tests: PropertyTest[]) => void;
}

type Is = PropertyTest["is"];
const BARE: readonly Is[] = ["known", "absent"];
const FOR: Record<string, readonly Is[]> = {
  string: ["equals", "in", "contains", "known", "absent"],
  number: ["equals", "in", "less", "more", "between", "known", "absent"],
  boolean: ["equals", "known", "absent"],
  time: ["less", "more", "between", "known", "absent"],
  list: ["contains", "known", "absent"],
};

/** Of which events: those whose properties say this. */
export function WhereField({ kind, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const properties = useProperties(kind);
  const set = (at: number, next: PropertyTest) =>
    onChange(value.map((one, index) => (index === at ? next : one)));
  return (
    <>
      {value.map((test, at) => (
        <OneTest
          key={at}
          test={test}
          type={properties.find((one) => one.name === test.prop)?.type ?? "string"}
          names={properties.map((one) => one.name)}
          onChange={(next) => set(at, next)}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        />
      ))}
      <button
        type="button"
        className="seg-more"
        disabled={kind === "" || properties.length === 0}
        title={kind !== "" && properties.length === 0 ? t("segments.where.none") : undefined}
        onClick={() => {
          const [first] = properties;
          if (first) onChange([...value, { prop: first.name, is: "known" }]);
        }}
      >
        <Plus size={12} aria-hidden="true" />
        {t("segments.where.add")}
      </button>
    </>
  );
}

interface OneProps {
  test: PropertyTest;
  type: string;
  names: readonly string[];
  onChange: (test: PropertyTest) => void;
  onRemove: () => void;
}

function OneTest({ test, type, names, onChange, onRemove }: OneProps) {
  const { t } = useTranslation();
  const offered = FOR[type] ?? PROPERTY_TESTS;
  const label = t("segments.where.value", { prop: test.prop });
  const values = test.values ?? [];
  const numeric = type === "number";
  const is = (next: Is): PropertyTest =>
    BARE.includes(next)
      ? { prop: test.prop, is: next }
      : { prop: test.prop, is: next, values: next === "in" ? values : values.slice(0, 2) };
  return (
    <span className="seg-where">
      <Pick
        label={t("segments.where.prop")}
        value={test.prop}
        search
        options={names.map((value) => ({ value, label: value }))}
        onChange={(prop) => onChange({ prop, is: "known" })}
      />
      <Pick
        label={t("segments.where.is")}
        value={test.is}
        options={offered.map((value) => ({ value, label: t(`segments.test.${value}`) }))}
        onChange={(next) => onChange(is(next))}
      />
      {!BARE.includes(test.is) &&
        (numeric && test.is !== "in" ? (
          <>
            <Amount
              label={label}
              decimals={2}
              value={values[0] === undefined ? undefined : Number(values[0])}
              onChange={(n) =>
                onChange({ ...test, values: test.is === "between" ? [n, values[1] ?? n] : [n] })
              }
            />
            {test.is === "between" && (
              <Amount
                label={t("segments.compare.upTo", { what: label })}
                decimals={2}
                value={values[1] === undefined ? undefined : Number(values[1])}
                onChange={(n) => onChange({ ...test, values: [values[0] ?? n, n] })}
              />
            )}
          </>
        ) : type === "boolean" ? (
          <Pick
            label={label}
            value={values[0] === undefined ? undefined : values[0] === true ? "yes" : "no"}
            options={(["yes", "no"] as const).map((value) => ({
              value,
              label: t(`segments.${value}`),
            }))}
            onChange={(chosen) => onChange({ ...test, values: [chosen === "yes"] })}
          />
        ) : (
          <Words
            label={label}
            value={values.map(String)}
            onChange={(words) => onChange({ ...test, values: typed(words, test.is, numeric) })}
          />
        ))}
      <button
        type="button"
        className="seg-icon"
        aria-label={t("segments.where.remove", { prop: test.prop })}
        onClick={onRemove}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  );
}

/** The words as values: one for a test of one, two for `between`. */
function typed(words: readonly string[], is: Is, numeric: boolean): Value[] {
  const most = is === "in" ? words.length : is === "between" ? 2 : 1;
  const kept = words.slice(-most);
  return numeric ? kept.map(Number).filter((one) => !Number.isNaN(one)) : [...kept];
}
