import { InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type Trigger, useKeptSegments } from "../api/rules.ts";
import type { Parts } from "./parts.ts";

interface Props {
  trigger: Trigger;
  /** The segment's name where one is set already. */
  segment: string | null;
  parts: Parts;
  onChange: (trigger: Trigger) => void;
}

const KINDS = ["event", "segment", "schedule"] as const;
const BLANK: Record<(typeof KINDS)[number], Trigger> = {
  event: { on: "event", kind: "", where: [] },
  segment: { on: "segment", segment_id: 0, moved: "entered" },
  schedule: { on: "schedule", every: "day", hour: 3, weekday: 0 },
};
const LAST_HOUR = 23;

function useFound(q: string) {
  const found = useKeptSegments(q);
  const options = (found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
  return { loading: found.isFetching, options };
}

/** What sets the rule off. */
export function WhenFields({ trigger, segment, parts, onChange }: Props) {
  const { t } = useTranslation();
  const { Event } = parts;
  return (
    <>
      <Segmented<(typeof KINDS)[number]>
        aria-label={t("tagrules.editor.when")}
        value={trigger.on}
        options={KINDS.map((value) => ({ value, label: t(`tagrules.editor.on.${value}`) }))}
        onChange={(on) => onChange(BLANK[on])}
      />
      <div className="rules-row">
        {trigger.on === "event" && (
          <Event
            kind={trigger.kind}
            where={trigger.where ?? []}
            onChange={(kind, where) =>
              onChange({
                on: "event",
                kind,
                where: where.map((one) => ({ ...one, values: one.values ?? [] })),
              })
            }
          />
        )}
        {trigger.on === "segment" && (
          <>
            <Select<"entered" | "left">
              variant="filled"
              aria-label={t("tagrules.editor.moved")}
              value={trigger.moved}
              options={(["entered", "left"] as const).map((value) => ({
                value,
                label: t(`tagrules.editor.${value}`),
              }))}
              onChange={(moved) => onChange({ ...trigger, moved })}
            />
            <OneOf
              className="rules-segment"
              label={t("tagrules.editor.segment")}
              value={trigger.segment_id || undefined}
              known={segment ? { value: trigger.segment_id, label: segment } : undefined}
              useFound={useFound}
              onChange={(id) => onChange({ ...trigger, segment_id: id ?? 0 })}
            />
          </>
        )}
        {trigger.on === "schedule" && (
          <>
            <Select<"day" | "week">
              variant="filled"
              aria-label={t("tagrules.editor.every")}
              value={trigger.every}
              options={(["day", "week"] as const).map((value) => ({
                value,
                label: t(`tagrules.editor.${value}`),
              }))}
              onChange={(every) => onChange({ ...trigger, every })}
            />
            {trigger.every === "week" && (
              <Select<number>
                variant="filled"
                aria-label={t("tagrules.editor.weekday")}
                value={trigger.weekday ?? 0}
                options={[0, 1, 2, 3, 4, 5, 6].map((value) => ({
                  value,
                  label: t(`tagrules.weekdays.${value}`),
                }))}
                onChange={(weekday) => onChange({ ...trigger, weekday })}
              />
            )}
            <InputNumber
              variant="filled"
              aria-label={t("tagrules.editor.hour")}
              min={0}
              max={LAST_HOUR}
              value={trigger.hour}
              onChange={(hour) => onChange({ ...trigger, hour: hour ?? 0 })}
            />
            <span>{t("tagrules.editor.oClock")}</span>
          </>
        )}
      </div>
      <p className="meta">{t(`tagrules.editor.about.${trigger.on}`)}</p>
    </>
  );
}
