import { count } from "@yutang/ui";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Property } from "../api/kinds.ts";

interface Props {
  items: readonly Property[];
  zone: string;
  onEdit: ((one: Property) => void) | undefined;
}

/** Properties with their types, an example each, and what was taken out of them. */
export function PropertyList({ items, onEdit }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="kind-properties">
      {items.map((one) => (
        <li key={one.name}>
          <div>
            <strong>{one.name}</strong> <span className="meta">{t(`kinds.types.${one.type}`)}</span>
            {one.handling !== "keep" && (
              <span className="meta"> · {t(`kinds.handlings.${one.handling}`)}</span>
            )}
            <div className="meta">{notes(one, t).join(" · ")}</div>
          </div>
          {onEdit && (
            <Button
              size="small"
              aria-label={`${t("kinds.property.edit")} ${one.name}`}
              onClick={() => onEdit(one)}
            >
              {t("kinds.property.edit")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function notes(one: Property, t: (key: string, more?: Record<string, unknown>) => string) {
  return [
    one.example !== null
      ? t("kinds.property.example", { value: one.example })
      : one.first_at === null
        ? t("kinds.property.noExample")
        : "",
    one.since > 1 ? t("kinds.property.since", { n: one.since }) : "",
    one.former.length > 0
      ? t("kinds.property.former", {
          types: one.former.map((type) => t(`kinds.types.${type}`)).join(t("common.comma")),
        })
      : "",
    one.redacted > 0 ? t("kinds.property.redacted", { n: count(one.redacted) }) : "",
    one.left_out > 0 ? t("kinds.property.leftOut", { n: count(one.left_out) }) : "",
  ].filter(Boolean);
}
