import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaffOptions } from "../../../shared/choices.ts";

interface Props {
  value: number[];
  known: { id: number; name: string }[];
  listed: number[];
  disabled: boolean;
  onChange: (ids: number[]) => void;
}

const MOST = 20;

/** Who takes over when nobody of the list is on, in this order. */
export function StandIns({ value, known, listed, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const { options, loading } = useStaffOptions(query);
  const offered = options.filter((one) => !listed.includes(one.value));
  const named = known.filter((one) => !offered.some((other) => other.value === one.id));
  return (
    <Select<number[]>
      mode="multiple"
      className="rota-stand-ins"
      aria-label={t("rota.rules.standIns")}
      placeholder={t("rota.rules.noStandIn")}
      disabled={disabled}
      loading={loading}
      filterOption={false}
      maxCount={MOST}
      value={value}
      onSearch={setQuery}
      onChange={onChange}
      options={[...named.map((one) => ({ value: one.id, label: one.name })), ...offered]}
    />
  );
}
