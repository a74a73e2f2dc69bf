import { t } from "../../../shared/words.ts";
import type { Field, Raw } from "../api/customers.ts";

interface Props {
  label: string;
  field: Pick<Field["field"], "kind" | "options" | "unit">;
  value: Raw;
  onChange: (value: Raw) => void;
  focus?: boolean;
}

/** The control that fits a field's kind; all of them the client's own. */
export function Input({ label, field, value, onChange, focus = false }: Props) {
  const text = typeof value === "string" ? value : "";
  const options = field.options.filter((option) => !option.archived);
  const shared = { "aria-label": label, autoFocus: focus };
  switch (field.kind) {
    case "long_text":
      return (
        <textarea
          {...shared}
          rows={3}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "date":
      return (
        <input
          {...shared}
          type="date"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "yes_no":
    case "one_of":
      return (
        <select {...shared} value={text} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t("customer.fields.pick")}</option>
          {(field.kind === "yes_no"
            ? [
                { key: "yes", label: t("customer.yes") },
                { key: "no", label: t("customer.no") },
              ]
            : options
          ).map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case "several_of": {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <fieldset className="choices" aria-label={label}>
          {options.map((option) => {
            const on = chosen.includes(option.key);
            return (
              <button
                key={option.key}
                type="button"
                className={on ? "pick on" : "pick"}
                aria-pressed={on}
                onClick={() =>
                  onChange(
                    on ? chosen.filter((one) => one !== option.key) : [...chosen, option.key],
                  )
                }
              >
                {option.label}
              </button>
            );
          })}
        </fieldset>
      );
    }
    default:
      return (
        <input
          {...shared}
          type="text"
          inputMode={field.kind === "text" ? "text" : "decimal"}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
