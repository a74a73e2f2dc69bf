import { Alert, Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Rules, useSetRules } from "../api/targets.ts";
import { useWords } from "./words.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** When leaders are told each day. */
export function DailyWord({ rules, may }: { rules: Rules; may: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const [draft, setDraft] = useState(rules);
  const save = useSetRules();
  const same = draft.digest === rules.digest && draft.hour === rules.hour;
  return (
    <section className="targets-daily">
      <h2>{t("targets.rules.title")}</h2>
      <p className="meta">{t(may ? "targets.rules.about" : "targets.rules.denied")}</p>
      <div className="filters">
        <Checkbox
          disabled={!may}
          checked={draft.digest}
          onChange={(event) => setDraft({ ...draft, digest: event.target.checked })}
        >
          {t("targets.rules.on")}
        </Checkbox>
        <Select<number>
          aria-label={t("targets.rules.hour")}
          disabled={!may || !draft.digest}
          value={draft.hour}
          options={HOURS}
          onChange={(hour) => setDraft({ ...draft, hour })}
        />
        {may && !same && (
          <Button loading={save.isPending} onClick={() => save.mutate(draft)}>
            {t("targets.rules.save")}
          </Button>
        )}
      </div>
      {save.isError && <Alert type="error" showIcon title={words(save.error)} />}
    </section>
  );
}
