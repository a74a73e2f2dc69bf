import { fullMoment } from "@yutang/ui";
import { App, Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type StageKey, useStageNames } from "../../../shared/stages.ts";
import { type Profile, useSetStage } from "../api/profile.ts";
import type { May } from "./may.ts";
import { useTrouble } from "./trouble.ts";

const NONE = "none";
const UNDO_SECONDS = 10;

/** One tap moves the person; the message offers the way back. */
export function StageChoice({ person, zone, may }: { person: Profile; zone: string; may: May }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { named, options } = useStageNames();
  const set = useSetStage(person.id);
  const trouble = useTrouble();
  const since = person.stage_changed_at
    ? t("customers.stages.since", { time: fullMoment(person.stage_changed_at, zone) })
    : undefined;
  if (!may.write) {
    return (
      <span className="stage-shown" title={since}>
        {named(person.stage)}
      </span>
    );
  }
  const move = (next: StageKey | null) => {
    const before = person.stage as StageKey | null;
    set.mutate(next, {
      onError: trouble,
      onSuccess: () =>
        message.success({
          key: "stage",
          duration: UNDO_SECONDS,
          content: (
            <>
              {t("customers.stages.moved", { stage: named(next) })}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy("stage");
                  set.mutate(before, { onError: trouble });
                }}
              >
                {t("customers.stages.undo")}
              </Button>
            </>
          ),
        }),
    });
  };
  return (
    <Select
      className="stage-choice"
      variant="filled"
      size="small"
      aria-label={t("customers.stages.label")}
      title={since ?? ""}
      value={person.stage ?? NONE}
      loading={set.isPending}
      popupMatchSelectWidth={false}
      options={[{ value: NONE, label: named(null) }, ...options]}
      onChange={(value) => move(value === NONE ? null : (value as StageKey))}
    />
  );
}
