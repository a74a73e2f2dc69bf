import { ProblemError } from "@yutang/api";
import { count } from "@yutang/ui";
import { Alert, Button, Checkbox, Modal, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { useStageNames } from "../../../shared/stages.ts";
import {
  type Act,
  type Selection,
  useAct,
  useAsk,
  useConfirm,
  usePress,
  type Wish,
} from "../api/bulk.ts";
import { DryRun } from "./DryRun.tsx";

interface Props {
  kind: Wish["kind"];
  selection: Selection;
  size: number;
  onClose: () => void;
  onBegun: (act: Act) => void;
}

/** Choose the tag or the stage; the dry run begins at once and the button says what it found. */
export function BulkDialog({ kind, selection, size, onClose, onBegun }: Props) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<number | string>();
  const [mirror, setMirror] = useState(false);
  const asked = useAsk();
  const confirm = useConfirm();
  const { mutate: press } = usePress();
  const id = asked.data?.id;
  const act = useAct(id).data;
  const theirs = useIsOfWecom(kind, choice);
  const open = useRef<number>(undefined);
  // Whatever closes the dialog, a dry run nobody waits for is given up.
  useEffect(() => {
    open.current = id;
    return () => {
      if (id !== undefined && open.current === id) press({ id, button: "cancel" });
    };
  }, [id, press]);

  const plan = (value: number | string, told: boolean) => {
    asked.mutate({
      wish: {
        kind,
        arguments: kind === "set_stage" ? { stage: value } : { tag_id: value, mirror: told },
      },
      selection,
    });
  };
  const begin = (planned: Act) =>
    confirm.mutate(
      { id: planned.id, changes: planned.changes },
      {
        onSuccess: (begun) => {
          open.current = undefined;
          onBegun(begun);
        },
      },
    );
  const ready = act?.state === "planned" && act.changes > 0 && !asked.isPending;
  const problem = asked.error ?? confirm.error;
  const n = count(act?.changes ?? 0);
  return (
    <Modal
      open
      width={560}
      title={t(`bulk.dialog.${kind}`, { count: size, n: count(size) })}
      onCancel={onClose}
      footer={
        <div className="bulk-foot">
          <span className="meta">{t("bulk.dialog.undo")}</span>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            type="primary"
            disabled={!ready}
            loading={confirm.isPending}
            onClick={() => act && begin(act)}
          >
            {act && act.state === "planned"
              ? t(`bulk.go.${kind}`, { count: act.changes, n })
              : t(`bulk.acts.${kind}`)}
          </Button>
        </div>
      }
    >
      <Choice
        kind={kind}
        value={choice}
        onChoose={(value) => {
          setChoice(value);
          setMirror(false);
          plan(value, false);
        }}
      />
      {theirs && choice !== undefined && (
        <div className="bulk-mirror">
          <Checkbox
            checked={mirror}
            onChange={(event) => {
              setMirror(event.target.checked);
              plan(choice, event.target.checked);
            }}
          >
            {t("bulk.mirror.label")}
          </Checkbox>
          <p className="meta">{t(mirror ? "bulk.mirror.on" : "bulk.mirror.off")}</p>
        </div>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          title={
            problem instanceof ProblemError
              ? t([`bulk.problems.${problem.problem.type}`, "bulk.problems.other"], {
                  detail: problem.problem.detail,
                })
              : t("common.offline")
          }
        />
      )}
      {choice !== undefined && !asked.isError && <DryRun act={act} />}
    </Modal>
  );
}

/** Whether the chosen tag is one that WeCom could be told of. */
function useIsOfWecom(kind: Wish["kind"], choice: number | string | undefined): boolean {
  const tags = useTags();
  if (kind === "set_stage") return false;
  const found = tags.data?.items.flatMap((group) => group.tags).find((tag) => tag.id === choice) as
    | { kind?: string }
    | undefined;
  return found !== undefined && found.kind !== "own";
}

interface ChoiceProps {
  kind: Wish["kind"];
  value: number | string | undefined;
  onChoose: (value: number | string) => void;
}

function Choice({ kind, value, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const tags = useTags();
  const stages = useStageNames();
  const label = t(`bulk.choose.${kind}`);
  return (
    <label className="bulk-choice">
      <span>{label}</span>
      <Select<number | string>
        autoFocus
        aria-label={label}
        placeholder={t(kind === "set_stage" ? "bulk.choose.aStage" : "bulk.choose.aTag")}
        {...(value === undefined ? {} : { value })}
        onChange={onChoose}
        loading={kind === "set_stage" ? stages.loading : tags.isPending}
        showSearch={{ optionFilterProp: "label" }}
        options={
          kind === "set_stage"
            ? stages.options
            : (tags.data?.items ?? []).map((group) => ({
                label: group.name,
                title: group.name,
                options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
              }))
        }
      />
    </label>
  );
}
