import { useBlocker } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { shortMoment } from "@yutang/ui";
import { Alert, App, Button, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type Greeting, useDeleteGreeting, useSaveGreeting } from "../api/greetings.ts";
import { type Draft, forgetDraft, greetingOf, keepDraft, keptDraft, lacksOf } from "./draft.ts";
import { FileStates } from "./FileStates.tsx";
import { PartsField } from "./PartsField.tsx";
import { PreviewPane } from "./PreviewPane.tsx";
import { ReachFields } from "./ReachFields.tsx";
import { TextFields } from "./TextFields.tsx";
import { usePhrases, useWords } from "./words.ts";
import "../../../shared/phone.css";

interface Props {
  company: string;
  zone: string;
  mayWrite: boolean;
  kept: string;
  known: Greeting | null;
  /** All others: some may go out before this one. */
  others: readonly Greeting[];
  start: Draft;
  onDone: () => void;
}

const KEEP_AFTER_MS = 500;

export function GreetingEditor({ known, others, start, kept, zone, mayWrite, ...props }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const phrases = usePhrases();
  const [found] = useState(() => (mayWrite ? keptDraft(kept) : undefined));
  const [draft, setDraft] = useState<Draft>(found?.draft ?? start);
  const [keptAt, setKeptAt] = useState(found?.at);
  const [restored, setRestored] = useState(found !== undefined);
  const [shown, setShown] = useState(false);
  const done = useRef(false);
  const dirty = JSON.stringify(greetingOf(draft)) !== JSON.stringify(greetingOf(start));
  const lacks = lacksOf(draft);
  const leave = () => {
    done.current = true;
    forgetDraft(kept);
    props.onDone();
  };
  const save = useSaveGreeting(() => {
    message.success(t("greetings.saved"));
    leave();
  });
  const remove = useDeleteGreeting(leave);
  const trouble = save.error ?? remove.error;

  useEffect(() => {
    if (!dirty || done.current) return;
    const timer = setTimeout(() => setKeptAt(keepDraft(kept, draft)), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, dirty, kept]);
  const leaving = useBlocker({
    shouldBlockFn: () => dirty && !done.current,
    enableBeforeUnload: () => dirty && !done.current,
    withResolver: true,
  });

  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const submit = () => {
    setShown(true);
    if (lacks.length === 0) save.mutate({ known, body: greetingOf(draft) });
  };
  return (
    <>
      <header className="page-head">
        <div>
          <h1>
            {known
              ? t("greetings.editTitle", { reach: phrases.reach(known) })
              : t("greetings.newTitle")}
          </h1>
          {known && <p className="meta num">{phrases.when(known)}</p>}
          {!mayWrite && <p className="meta">{t("greetings.locked")}</p>}
        </div>
        <span className="meta num" aria-live="polite">
          {keptAt && dirty && t("greetings.draftKept", { time: shortMoment(keptAt, zone) })}
        </span>
      </header>
      {restored && (
        <Alert
          className="greet-hint"
          type="info"
          showIcon
          title={t("greetings.draftRestored")}
          action={
            <Button
              size="small"
              onClick={() => {
                forgetDraft(kept);
                setDraft(start);
                setKeptAt(undefined);
                setRestored(false);
              }}
            >
              {t("greetings.draftDrop")}
            </Button>
          }
        />
      )}
      <div className="editor">
        <form
          className="editor-form greet-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <fieldset disabled={!mayWrite}>
            <legend className="greet-hidden">{t("greetings.title")}</legend>
            <ReachFields draft={draft} known={known} onChange={change} />
            <TextFields draft={draft} onChange={change} />
            <PartsField draft={draft} shown={shown} onChange={change} />
          </fieldset>
          {known && known.files.length > 0 && <FileStates files={known.files} zone={zone} />}
          {shown && lacks.length > 0 && (
            <Alert
              type="error"
              showIcon
              title={t("greetings.lacks.title")}
              description={
                <ul className="greet-lacks">
                  {lacks.map((lack) => (
                    <li key={lack}>{t(`greetings.lacks.${lack}`)}</li>
                  ))}
                </ul>
              }
            />
          )}
          {trouble && (
            <Alert
              type="error"
              showIcon
              title={words(trouble)}
              action={
                trouble instanceof ProblemError &&
                trouble.problem.type === "welcomes.changed_meanwhile" && (
                  <Button onClick={() => location.reload()}>{t("greetings.loadAnew")}</Button>
                )
              }
            />
          )}
          <footer className="editor-foot">
            <span className="meta">{t("greetings.footNote")}</span>
            {known && mayWrite && (
              <SureButton
                ask={t("greetings.deleteAsk")}
                what={t("greetings.deleteWhat")}
                act={t("greetings.delete")}
                loading={remove.isPending}
                onSure={() => remove.mutate(known.id)}
              />
            )}
            <Button onClick={props.onDone}>{t(mayWrite ? "common.cancel" : "common.close")}</Button>
            {mayWrite && (
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {t(known ? "greetings.save" : "greetings.create")}
              </Button>
            )}
          </footer>
        </form>
        <PreviewPane draft={draft} others={others} company={props.company} />
      </div>
      <Modal
        open={leaving.status === "blocked"}
        width={480}
        title={t("greetings.leaveTitle")}
        okText={t("greetings.leave")}
        cancelText={t("greetings.stay")}
        onOk={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        {t("greetings.leaveBody")}
      </Modal>
    </>
  );
}
