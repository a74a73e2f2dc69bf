import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { Field, Raw } from "../api/profile.ts";

interface Props {
  id?: string;
  field: Pick<Field, "kind" | "unit" | "options" | "rules" | "name">;
  value?: Raw;
  onChange?: (value: Raw) => void;
  autoFocus?: boolean;
}

const TEXT_LENGTH = 200;
const LONG_TEXT_LENGTH = 5000;

/** The control that fits a field's kind; what it gives is what the server's parser takes. */
export function FieldInput({ id, field, value, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const shared = { ...(id ? { id } : {}), "aria-label": field.name, autoFocus };
  const text = typeof value === "string" ? value : "";
  const give = (next: Raw) => onChange?.(next);
  const options = field.options
    .filter((option) => !option.archived || (value ?? []).includes(option.key))
    .map((option) => ({ value: option.key, label: option.label }));
  switch (field.kind) {
    case "long_text":
      return (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={field.rules.max_length ?? LONG_TEXT_LENGTH}
          value={text}
          onChange={(event) => give(event.target.value)}
        />
      );
    case "date":
      return (
        <DatePicker
          {...shared}
          value={text ? dayjs(text) : null}
          onChange={(day) => give(day ? day.format("YYYY-MM-DD") : null)}
          placeholder={t("customers.fields.pickDay")}
        />
      );
    case "yes_no":
      return (
        <Select
          {...shared}
          allowClear
          value={text || null}
          placeholder={t("customers.fields.pick")}
          options={(["yes", "no"] as const).map((key) => ({
            value: key,
            label: t(`customers.fields.${key}`),
          }))}
          onChange={(next) => give(next ?? null)}
        />
      );
    case "one_of":
      return (
        <Select
          {...shared}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          value={text || null}
          placeholder={t("customers.fields.pick")}
          options={options}
          onChange={(next) => give(next ?? null)}
        />
      );
    case "several_of":
      return (
        <Select
          {...shared}
          mode="multiple"
          showSearch={{ optionFilterProp: "label" }}
          value={Array.isArray(value) ? value : []}
          placeholder={t("customers.fields.pickSome")}
          options={options}
          onChange={(next: string[]) => give(next)}
        />
      );
    default:
      return (
        <Input
          {...shared}
          maxLength={field.kind === "text" ? (field.rules.max_length ?? TEXT_LENGTH) : 30}
          inputMode={field.kind === "text" ? "text" : "decimal"}
          prefix={field.kind === "money" ? "¥" : undefined}
          suffix={field.unit || undefined}
          value={text}
          onChange={(event) => give(event.target.value)}
        />
      );
  }
}
