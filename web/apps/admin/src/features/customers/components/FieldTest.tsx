import type { Schemas } from "@yutang/api";
import { Button, DatePicker, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFields } from "../api/customers.ts";

type Field = Schemas["FieldRead"];
type Operator = "eq" | "in" | "lt" | "lte" | "gt" | "gte" | "between" | "empty" | "present";

const BY_KIND: Record<Field["kind"], Operator[]> = {
  text: ["eq", "present", "empty"],
  long_text: ["present", "empty"],
  number: ["eq", "gte", "lte", "present", "empty"],
  money: ["eq", "gte", "lte", "present", "empty"],
  date: ["eq", "gte", "lte", "present", "empty"],
  yes_no: ["eq", "present", "empty"],
  one_of: ["in", "present", "empty"],
  several_of: ["in", "present", "empty"],
};
const BARE = new Set<Operator>(["present", "empty"]);

/** A condition on a custom field: which, how, and with what. */
export function FieldTest({ onAdd }: { onAdd: (test: string) => void }) {
  const { t } = useTranslation();
  const fields = useFields(true);
  const [id, setId] = useState<number>();
  const [operator, setOperator] = useState<Operator>();
  const [value, setValue] = useState("");
  const field = fields.data?.items.find((one) => one.id === id);
  const ready = field && operator && (BARE.has(operator) || value !== "");
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onAdd(BARE.has(operator) ? `${id}:${operator}` : `${id}:${operator}:${value}`);
      }}
    >
      <Select<number>
        aria-label={t("lists.filters.field")}
        placeholder={t("lists.filters.field")}
        loading={fields.isPending}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={t("lists.noFields")}
        onChange={(next) => {
          setId(next);
          setOperator(undefined);
          setValue("");
        }}
        options={(fields.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
      {field && (
        <Select<Operator>
          aria-label={t("lists.operator")}
          placeholder={t("lists.operator")}
          value={operator ?? null}
          onChange={setOperator}
          options={BY_KIND[field.kind].map((one) => ({
            value: one,
            label: t(`lists.operators.${one}`, { value: "…" }),
          }))}
        />
      )}
      {field && operator && !BARE.has(operator) && (
        <FieldValue field={field} value={value} onValue={setValue} />
      )}
      <Button htmlType="submit" disabled={!ready}>
        {t("customers.filters.apply")}
      </Button>
    </form>
  );
}

interface ValueProps {
  field: Field;
  value: string;
  onValue: (value: string) => void;
}

function FieldValue({ field, value, onValue }: ValueProps) {
  const { t } = useTranslation();
  if (field.kind === "date") {
    return (
      <DatePicker
        aria-label={field.name}
        onChange={(day) => onValue(day ? day.format("YYYY-MM-DD") : "")}
      />
    );
  }
  if (field.kind === "yes_no") {
    return (
      <Select<string>
        aria-label={field.name}
        onChange={onValue}
        options={[
          { value: "yes", label: t("lists.yes") },
          { value: "no", label: t("lists.no") },
        ]}
      />
    );
  }
  if (field.kind === "one_of" || field.kind === "several_of") {
    return (
      <Select<string[]>
        mode="multiple"
        aria-label={field.name}
        onChange={(keys) => onValue(keys.join("|"))}
        options={field.options.map((one) => ({ value: one.key, label: one.label }))}
      />
    );
  }
  return (
    <Input
      aria-label={field.name}
      suffix={field.unit}
      value={value}
      maxLength={200}
      onChange={(event) => onValue(event.target.value)}
    />
  );
}
