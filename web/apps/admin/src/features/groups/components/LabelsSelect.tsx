import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useLabels } from "../api/groups.ts";

interface Props {
  id?: string;
  label: string;
  value: string[];
  onChange: (labels: string[]) => void;
}

const LONGEST = 20;
const MOST = 20;

/** Labels that are there already, and new ones by typing. */
export function LabelsSelect({ id, label, value, onChange }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <Select<string[]>
      {...(id ? { id } : {})}
      mode="tags"
      aria-label={label}
      placeholder={t("groups.profile.labelsHint")}
      loading={labels.isPending}
      maxCount={MOST}
      tokenSeparators={[",", "\uff0c", "\u3001"]}
      value={value}
      onChange={(chosen) =>
        onChange([...new Set(chosen.map((one) => one.trim().slice(0, LONGEST)).filter(Boolean))])
      }
      options={(labels.data?.items ?? []).map((one) => ({ value: one.label }))}
    />
  );
}
