import { Alert, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  type Draft,
  isOpen,
  type Rule,
  useDelete,
  useDryRun,
  useRunNow,
  useSave,
} from "../api/rules.ts";
import { DryRunPanel } from "./DryRunPanel.tsx";
import type { RulePageProps } from "./parts.ts";
import { OnOff } from "./RulesPage.tsx";
import { RunsPanel } from "./RunsPanel.tsx";
import { ThenFields } from "./ThenFields.tsx";
import { useTrouble } from "./trouble.ts";
import { WhenFields } from "./WhenFields.tsx";

type Props = RulePageProps & { rule: Rule | undefined };

const BLANK: Draft = {
  name: "",
  trigger: { on: "event", kind: "", where: [] },
  condition: null,
  acts: [{ do: "put", tag_id: 0, mirror: false }],
  why: null,
  keeps: false,
};

const draftOf = ({ name, trigger, condition, acts, why, keeps }: Rule): Draft => ({
  name,
  trigger,
  condition,
  acts,
  why,
  keeps,
});

/** What is still missing before it can be saved. */
function missing(draft: Draft, unfinished: number): string | undefined {
  if (!draft.name.trim()) return "name";
  if (draft.trigger.on === "event" && !draft.trigger.kind) return "kind";
  if (draft.trigger.on === "segment" && !draft.trigger.segment_id) return "segment";
  if (unfinished > 0) return "condition";
  if (draft.trigger.on === "schedule" && !draft.condition) return "needed";
  if (draft.acts.some((act) => act.do !== "stage" && !act.tag_id)) return "tag";
  return undefined;
}

export function RuleEditor(props: Props) {
  const { t } = useTranslation();
  const { rule, mayWrite, parts } = props;
  const [draft, setDraft] = useState<Draft>(() => (rule ? draftOf(rule) : BLANK));
  const [unfinished, setUnfinished] = useState(0);
  const [tried, setTried] = useState(false);
  const save = useSave(rule);
  const dry = useDryRun(rule?.id);
  const trouble = useTrouble();
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const lacks = missing(draft, unfinished);
  const failed = save.error ?? dry.error;
  const { Condition } = parts;
  const scheduled = draft.trigger.on === "schedule";
  const body = (): Draft => ({
    ...draft,
    name: draft.name.trim(),
    why: draft.why?.trim() || null,
    keeps: scheduled && (draft.keeps ?? false),
  });
  const attempt = (act: () => void) => {
    setTried(true);
    if (!lacks) act();
  };
  return (
    <div className="rules-split">
      <section className="rules-form">
        <h1 className="visually-hidden">{rule?.name ?? t("tagrules.new")}</h1>
        <label className="rules-field">
          <span>{t("tagrules.editor.name")}</span>
          <Input
            value={draft.name}
            maxLength={40}
            disabled={!mayWrite}
            placeholder={t("tagrules.editor.namePlaceholder")}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <h2>{t("tagrules.editor.when")}</h2>
        <WhenFields
          trigger={draft.trigger}
          segment={rule?.segment ?? null}
          parts={parts}
          onChange={(trigger) => change({ trigger })}
        />
        <h2>{t("tagrules.editor.if")}</h2>
        <Condition
          value={draft.condition ?? null}
          error={failed}
          onChange={(condition, open) => {
            change({ condition });
            setUnfinished(open);
          }}
        />
        <p className="meta">
          {t(scheduled ? "tagrules.editor.ifNeeded" : "tagrules.editor.ifOptional")}
        </p>
        <h2>{t("tagrules.editor.then")}</h2>
        <ThenFields acts={draft.acts} onChange={(acts) => change({ acts })} />
        {scheduled && (
          <Checkbox
            checked={draft.keeps ?? false}
            onChange={(event) => change({ keeps: event.target.checked })}
          >
            {t("tagrules.editor.keeps")}
          </Checkbox>
        )}
        <label className="rules-field">
          <span>{t("tagrules.editor.why")}</span>
          <Input
            value={draft.why ?? ""}
            maxLength={200}
            placeholder={draft.name || t("tagrules.editor.namePlaceholder")}
            onChange={(event) => change({ why: event.target.value })}
          />
        </label>
        <p className="meta">{t("tagrules.editor.whyAbout")}</p>
        {tried && lacks && (
          <Alert type="warning" showIcon title={t(`tagrules.editor.missing.${lacks}`)} />
        )}
        {failed && <Alert type="error" showIcon title={trouble(failed)} />}
        {mayWrite ? (
          <div className="rules-foot">
            {rule && <Remove rule={rule} onGone={props.onGone} />}
            <span className="drawer-gap" />
            <Button loading={dry.isPending} onClick={() => attempt(() => dry.mutate(body()))}>
              {t("tagrules.dry.try")}
            </Button>
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() =>
                attempt(() => save.mutate(body(), { onSuccess: ({ id }) => props.onSaved(id) }))
              }
            >
              {t(rule ? "tagrules.editor.save" : "tagrules.editor.make")}
            </Button>
          </div>
        ) : (
          <p className="meta">{t("tagrules.locked")}</p>
        )}
      </section>
      <aside className="rules-side">
        {rule && <Standing rule={rule} mayWrite={mayWrite} />}
        <Tried {...props} dry={dry.data} draft={draft} />
        {rule && (
          <RunsPanel
            rule={rule.id}
            zone={props.zone}
            mayWrite={mayWrite}
            onCustomer={props.onCustomer}
          />
        )}
      </aside>
    </div>
  );
}

interface TriedProps extends Props {
  dry: Parameters<typeof DryRunPanel>[0]["found"] | undefined;
  draft: Draft;
}

function Tried({ dry, draft, onCustomer }: TriedProps) {
  const { t } = useTranslation();
  const tags = useTags();
  const every = (tags.data?.items ?? []).flatMap((group) =>
    group.tags.map((tag) => ({ id: tag.id, name: tag.name, group: group.name })),
  );
  return (
    <section>
      <h2>{t("tagrules.dry.title")}</h2>
      {dry ? (
        <DryRunPanel found={dry} acts={draft.acts} tags={every} onCustomer={onCustomer} />
      ) : (
        <p className="meta">{t("tagrules.dry.about")}</p>
      )}
    </section>
  );
}

function Standing({ rule, mayWrite }: { rule: Rule; mayWrite: boolean }) {
  const { t } = useTranslation();
  const run = useRunNow();
  const trouble = useTrouble();
  const asks = rule.condition !== null || rule.trigger.on === "segment";
  const busy = isOpen(rule.last_run);
  return (
    <section className="rules-standing">
      <div className="rules-row">
        <OnOff rule={rule} mayWrite={mayWrite} />
        <span>{t(rule.enabled ? "tagrules.isOn" : "tagrules.isOff")}</span>
        <span className="drawer-gap" />
        {mayWrite && (
          <Button
            disabled={!asks || busy}
            title={asks ? undefined : t("tagrules.runs.noCondition")}
            loading={run.isPending}
            onClick={() => run.mutate(rule.id)}
          >
            {t("tagrules.runs.now")}
          </Button>
        )}
      </div>
      <p className="meta">{t(asks ? "tagrules.runs.nowAbout" : "tagrules.runs.noCondition")}</p>
      {run.error && <Alert type="error" showIcon title={trouble(run.error)} />}
    </section>
  );
}

function Remove({ rule, onGone }: { rule: Rule; onGone: () => void }) {
  const { t } = useTranslation();
  const remove = useDelete();
  return (
    <SureButton
      ask={t("tagrules.delete.ask", { name: rule.name })}
      what={t("tagrules.delete.what")}
      act={t("tagrules.delete.act")}
      loading={remove.isPending}
      onSure={() => remove.mutate(rule.id, { onSuccess: onGone })}
    />
  );
}
