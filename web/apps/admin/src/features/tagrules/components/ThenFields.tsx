import { Button, Checkbox, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { useStageNames } from "../../../shared/stages.ts";
import type { Act } from "../api/rules.ts";

interface Props {
  acts: Act[];
  onChange: (acts: Act[]) => void;
}

const DOS = ["put", "take", "stage"] as const;
const MOST = 20;

const blank = (what: Act["do"]): Act =>
  what === "stage" ? { do: "stage", stage: "intent" } : { do: what, tag_id: 0, mirror: false };

/** What the rule does to whom it finds. */
export function ThenFields({ acts, onChange }: Props) {
  const { t } = useTranslation();
  const set = (at: number, act: Act) =>
    onChange(acts.map((one, place) => (place === at ? act : one)));
  return (
    <>
      <ul className="rules-then">
        {acts.map((act, at) => (
          <li key={at} className="rules-row">
            <Select<Act["do"]>
              variant="filled"
              aria-label={t("tagrules.editor.do")}
              value={act.do}
              options={DOS.map((value) => ({ value, label: t(`tagrules.editor.dos.${value}`) }))}
              onChange={(what) =>
                set(at, what !== "stage" && act.do !== "stage" ? { ...act, do: what } : blank(what))
              }
            />
            {act.do === "stage" ? (
              <StageOf act={act} onChange={(next) => set(at, next)} />
            ) : (
              <TagOf act={act} onChange={(next) => set(at, next)} />
            )}
            <button
              type="button"
              className="rules-icon"
              aria-label={t("tagrules.editor.remove")}
              disabled={acts.length === 1}
              title={acts.length === 1 ? t("tagrules.editor.oneAct") : undefined}
              onClick={() => onChange(acts.filter((_, place) => place !== at))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <Button
        type="text"
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={acts.length >= MOST}
        onClick={() => onChange([...acts, blank("put")])}
      >
        {t("tagrules.editor.addAct")}
      </Button>
    </>
  );
}

type TagAct = Exclude<Act, { do: "stage" }>;
type StageAct = Extract<Act, { do: "stage" }>;

function TagOf({ act, onChange }: { act: TagAct; onChange: (act: TagAct) => void }) {
  const { t } = useTranslation();
  const tags = useTags();
  const groups = tags.data?.items ?? [];
  const chosen = groups.find((group) => group.tags.some((tag) => tag.id === act.tag_id));
  return (
    <>
      <Select<number>
        variant="filled"
        className="rules-tag"
        aria-label={t("tagrules.editor.tag")}
        placeholder={t("tagrules.editor.tag")}
        showSearch={{ optionFilterProp: "label" }}
        loading={tags.isPending}
        value={act.tag_id || null}
        popupMatchSelectWidth={false}
        options={groups.map((group) => ({
          label:
            group.kind === "wecom" ? t("tagrules.editor.wecom", { name: group.name }) : group.name,
          title: group.name,
          options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
        }))}
        onChange={(tag_id) => {
          const wecom = groups.some(
            (one) => one.kind === "wecom" && one.tags.some((tag) => tag.id === tag_id),
          );
          onChange({ ...act, tag_id: tag_id ?? 0, mirror: wecom && act.mirror });
        }}
      />
      {chosen?.kind === "wecom" && (
        <Checkbox
          checked={act.mirror}
          onChange={(event) => onChange({ ...act, mirror: event.target.checked })}
        >
          {t("tagrules.editor.mirror")}
        </Checkbox>
      )}
    </>
  );
}

function StageOf({ act, onChange }: { act: StageAct; onChange: (act: StageAct) => void }) {
  const { t } = useTranslation();
  const stages = useStageNames();
  return (
    <Select<string>
      variant="filled"
      aria-label={t("tagrules.editor.stage")}
      value={act.stage ?? "none"}
      options={[...stages.options, { value: "none", label: t("tagrules.editor.noStage") }]}
      onChange={(stage) =>
        onChange({ do: "stage", stage: stage === "none" ? null : (stage as StageAct["stage"]) })
      }
    />
  );
}
