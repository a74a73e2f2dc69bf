import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import type { Mapping, NamedKind } from "../api/imports.ts";

interface Props {
  kinds: readonly NamedKind[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** What happened in every row, where no column says it. */
export function EventParts({ kinds, mapping, onChange }: Props) {
  const { t } = useTranslation();
  if (Object.values(mapping.columns).includes("kind")) return null;
  return (
    <fieldset>
      <legend>{t("behaviour.kind")}</legend>
      <p className="meta">{t("behaviour.kindWhy")}</p>
      <Select
        aria-label={t("behaviour.kind")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("behaviour.kindChoose")}
        value={mapping.kind ?? undefined}
        onChange={(kind: string | undefined) => onChange({ ...mapping, kind: kind ?? null })}
        options={kinds.map((one) => ({ value: one.name, label: kindName(t, one.name, one.label) }))}
      />
    </fieldset>
  );
}
