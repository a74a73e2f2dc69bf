import { Alert, App, Button, Input } from "antd";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStages } from "../../../shared/stages.ts";
import { type Stage, useRenameStages } from "../api/fields.ts";
import { Loading } from "./Loading.tsx";
import { useWords } from "./trouble.ts";

/** Four stages, always; a corp calls and orders them as it likes. */
export function StagesTab({ mayWrite }: { mayWrite: boolean }) {
  const stages = useStages();
  if (!stages.data) return <Loading failed={stages.isError} onAgain={() => stages.refetch()} />;
  return (
    <Stages key={JSON.stringify(stages.data.items)} items={stages.data.items} mayWrite={mayWrite} />
  );
}

function Stages({ items, mayWrite }: { items: Stage[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [draft, setDraft] = useState(items);
  const rename = useRenameStages();
  const changed = JSON.stringify(draft) !== JSON.stringify(items);
  const move = (at: number, by: number) => {
    const next = [...draft];
    const [stage] = next.splice(at, 1);
    if (stage) next.splice(at + by, 0, stage);
    setDraft(next);
  };
  return (
    <div className="stages">
      <p className="meta">{t("definitions.stage.about")}</p>
      <ol>
        {draft.map((stage, at) => (
          <li key={stage.key}>
            <span className="stage-ours">{t(`customers.stages.${stage.key}`)}</span>
            <Input
              aria-label={t("definitions.stage.name", {
                stage: t(`customers.stages.${stage.key}`),
              })}
              maxLength={12}
              disabled={!mayWrite}
              placeholder={t("definitions.stage.own")}
              value={stage.name ?? ""}
              onChange={(event) =>
                setDraft(
                  draft.map((one) =>
                    one === stage ? { ...one, name: event.target.value || null } : one,
                  ),
                )
              }
            />
            {mayWrite && (
              <>
                <Button
                  type="text"
                  aria-label={t("definitions.up")}
                  disabled={at === 0}
                  icon={<ArrowUp size={14} aria-hidden="true" />}
                  onClick={() => move(at, -1)}
                />
                <Button
                  type="text"
                  aria-label={t("definitions.down")}
                  disabled={at === draft.length - 1}
                  icon={<ArrowDown size={14} aria-hidden="true" />}
                  onClick={() => move(at, 1)}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {rename.isError && <Alert type="error" showIcon title={words(rename.error)} />}
      {mayWrite && (
        <Button
          type="primary"
          disabled={!changed}
          title={changed ? "" : t("definitions.stage.unchanged")}
          loading={rename.isPending}
          onClick={() =>
            rename.mutate(
              draft.map((stage) => ({ ...stage, name: stage.name?.trim() || null })),
              { onSuccess: () => message.success(t("definitions.stage.saved")) },
            )
          }
        >
          {t("definitions.stage.save")}
        </Button>
      )}
    </div>
  );
}
