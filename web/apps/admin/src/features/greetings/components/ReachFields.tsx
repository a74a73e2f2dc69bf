import { Radio, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { ClockField } from "../../../shared/ClockField.tsx";
import { useChannelName, useChannelOptions, useDepartments } from "../../../shared/choices.ts";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type Greeting, REACHES, STANDINGS } from "../api/greetings.ts";
import type { Draft } from "./draft.ts";
import { Field } from "./Field.tsx";

interface Props {
  draft: Draft;
  known: Greeting | null;
  onChange: (more: Partial<Draft>) => void;
}

const NIGHT = { start: "22:00", end: "08:00" };

/** Whose adds, at which hours, for whom. */
export function ReachFields({ draft, known, onChange }: Props) {
  const { t } = useTranslation();
  const { hours } = draft;
  return (
    <>
      <h2>{t("greetings.sections.whose")}</h2>
      <Field label={t("greetings.fields.reach")} help={t(`greetings.about.${draft.reach}`)}>
        <Radio.Group
          aria-label={t("greetings.fields.reach")}
          value={draft.reach}
          options={REACHES.map((value) => ({ value, label: t(`greetings.of.${value}`) }))}
          onChange={(event) => onChange({ reach: event.target.value })}
        />
      </Field>
      {draft.reach === "department" && <DepartmentField draft={draft} onChange={onChange} />}
      {draft.reach === "channel" && (
        <ChannelField draft={draft} known={known} onChange={onChange} />
      )}
      <Field label={t("greetings.fields.hours")} help={t("greetings.fields.hoursHelp")}>
        <div className="greet-row">
          <Radio.Group
            aria-label={t("greetings.fields.hours")}
            value={hours !== undefined}
            options={[
              { value: false, label: t("greetings.when.always") },
              { value: true, label: t("greetings.fields.someHours") },
            ]}
            onChange={(event) => onChange({ hours: event.target.value ? NIGHT : undefined })}
          />
          {hours && (
            <span className="greet-row">
              <ClockField
                label={t("greetings.fields.from")}
                value={hours.start}
                onChange={(start) => onChange({ hours: { ...hours, start } })}
              />
              {t("greetings.fields.to")}
              <ClockField
                label={t("greetings.fields.until")}
                value={hours.end}
                onChange={(end) => onChange({ hours: { ...hours, end } })}
              />
              {hours.start > hours.end && (
                <span className="meta">{t("greetings.fields.nextDay")}</span>
              )}
            </span>
          )}
        </div>
      </Field>
      <Field
        label={t("greetings.fields.standing")}
        help={t(`greetings.standingHelp.${draft.standing}`)}
      >
        <Radio.Group
          aria-label={t("greetings.fields.standing")}
          value={draft.standing}
          options={STANDINGS.map((value) => ({ value, label: t(`greetings.standing.${value}`) }))}
          onChange={(event) => onChange({ standing: event.target.value })}
        />
      </Field>
    </>
  );
}

function DepartmentField({ draft, onChange }: Omit<Props, "known">) {
  const { t } = useTranslation();
  const found = useDepartments();
  return (
    <Field label={t("greetings.fields.department")} of="greet-department">
      <TreeSelect<number | null>
        id="greet-department"
        className="greet-select"
        value={draft.department ?? null}
        loading={found.isPending}
        treeDataSimpleMode
        treeDefaultExpandAll
        showSearch={{ treeNodeFilterProp: "title" }}
        placeholder={t("greetings.fields.department")}
        onChange={(next) => onChange({ department: next ?? undefined })}
        treeData={(found.data?.items ?? []).map((one) => ({
          id: one.id,
          pId: one.parent_id ?? 0,
          value: one.id,
          title: one.name,
        }))}
      />
    </Field>
  );
}

function ChannelField({ draft, known, onChange }: Props) {
  const { t } = useTranslation();
  const name = useChannelName(draft.channel);
  const label = name ?? (known?.channel?.id === draft.channel ? known?.channel?.name : undefined);
  return (
    <Field label={t("greetings.fields.channel")} of="greet-channel">
      <OneOf
        className="greet-select"
        id="greet-channel"
        label={t("greetings.fields.channel")}
        value={draft.channel}
        known={draft.channel && label ? { value: draft.channel, label } : undefined}
        useFound={useChannelOptions}
        onChange={(channel) => onChange({ channel })}
      />
    </Field>
  );
}
