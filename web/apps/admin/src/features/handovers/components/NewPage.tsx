import { Input } from "antd";
import { ChevronLeft } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGiver, usePreview } from "../api/handovers.ts";
import type { Giver } from "../api/reading.ts";
import type { CodesMay } from "./CodesLine.tsx";
import { type Draft, draftOf, lackOf, MESSAGE_LETTERS, wishOf } from "./draft.ts";
import { GiverPart } from "./GiverPart.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { StartDialog } from "./StartDialog.tsx";
import { TakersPart } from "./TakersPart.tsx";
import { WhatPart } from "./WhatPart.tsx";
import { letters } from "./words.ts";
import "./form.css";
import "./handovers.css";

interface Props {
  zone: string;
  from: number | undefined;
  /** Customers picked in their list. */
  picked: readonly number[];
  may: { write: boolean; groups: boolean; codes: CodesMay };
  onFrom: (staff: number) => void;
  onBack: () => void;
  onStarted: (id: number) => void;
}

/** Who gives, what, to whom, with which words; beside it what would come of it. */
export function NewPage(props: Props) {
  const { from, onBack } = props;
  const { t } = useTranslation();
  const giver = useGiver(from).data;
  const known = giver && giver.staff.id === from ? giver : undefined;
  return (
    <>
      <button type="button" className="back" onClick={onBack}>
        <ChevronLeft size={14} aria-hidden="true" />
        {t("handovers.title")}
      </button>
      <header className="page-head">
        <div>
          <h1>{t("handovers.new.title")}</h1>
          <p className="meta">{t("handovers.new.about")}</p>
        </div>
      </header>
      {known ? (
        <Form key={known.staff.id} {...props} giver={known} />
      ) : (
        <div className="handover-form">
          <div>
            <GiverPart from={from} zone={props.zone} may={props.may.codes} onFrom={props.onFrom} />
          </div>
          <PreviewPanel
            lack="giver"
            preview={undefined}
            old={false}
            error={null}
            mayWrite={props.may.write}
            onStart={() => undefined}
          />
        </div>
      )}
    </>
  );
}

const TYPING_MS = 300;
const NAME_LETTERS = 60;

function Form({ giver, picked, zone, from, may, onFrom, onStarted }: Props & { giver: Giver }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() =>
    draftOf(
      giver,
      picked,
      t(`handovers.new.called.${giver.mode}`, { name: giver.staff.name }).slice(0, NAME_LETTERS),
    ),
  );
  const [asking, setAsking] = useState(false);
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  // The text changes nothing of what is reckoned.
  const wish = useResting(wishOf({ ...draft, message: "" }, giver));
  const preview = usePreview(may.write ? wish : null);
  const lack = lackOf(draft);
  const final = wishOf(draft, giver);
  const old =
    preview.isFetching ||
    JSON.stringify(wishOf({ ...draft, message: "" }, giver)) !== JSON.stringify(wish);
  return (
    <div className="handover-form">
      <div>
        <GiverPart from={from} zone={zone} may={may.codes} onFrom={onFrom} />
        <WhatPart giver={giver} draft={draft} mayGroups={may.groups} onDraft={change} />
        <TakersPart
          giver={giver}
          draft={draft}
          plans={lack === null ? (preview.data?.takers ?? []) : []}
          onDraft={change}
        />
        <WordsPart giver={giver} draft={draft} onDraft={change} />
      </div>
      <PreviewPanel
        lack={lack}
        preview={preview.data}
        old={old}
        error={old ? null : preview.error}
        mayWrite={may.write}
        onStart={() => setAsking(true)}
      />
      {asking && final && preview.data && (
        <StartDialog
          giver={giver}
          preview={preview.data}
          wish={{ ...final, name: draft.name.trim() || giver.staff.name }}
          onClose={() => setAsking(false)}
          onStarted={onStarted}
        />
      )}
    </div>
  );
}

/** A value once it rests: what is typed is not asked letter by letter. */
function useResting<T>(value: T): T {
  const text = JSON.stringify(value);
  const [resting, setResting] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(resting) as T;
}

interface WordsProps {
  giver: Giver;
  draft: Draft;
  onDraft: (more: Partial<Draft>) => void;
}

/** What the customer reads, where WeCom lets us say something; and the name for colleagues. */
function WordsPart({ giver, draft, onDraft }: WordsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="handover-step">
      <h2>{t("handovers.new.words")}</h2>
      {giver.mode === "on_job" ? (
        <>
          <label htmlFor={`${id}-message`}>{t("handovers.new.message")}</label>
          <Input.TextArea
            id={`${id}-message`}
            rows={3}
            value={draft.message}
            placeholder={t("handovers.new.messageHint")}
            disabled={draft.customers === "none"}
            title={draft.customers === "none" ? t("handovers.new.messageGroups") : ""}
            count={{
              show: true,
              max: MESSAGE_LETTERS,
              strategy: letters,
              exceedFormatter: (text, { max }) => [...text].slice(0, max).join(""),
            }}
            onChange={({ target }) => onDraft({ message: target.value })}
          />
          <p className="meta handover-after-count">{t("handovers.new.messageAbout")}</p>
        </>
      ) : (
        <p className="handover-locked">{t("handovers.new.noMessage")}</p>
      )}
      <label htmlFor={`${id}-name`}>{t("handovers.new.name")}</label>
      <Input
        id={`${id}-name`}
        value={draft.name}
        maxLength={NAME_LETTERS}
        onChange={({ target }) => onDraft({ name: target.value })}
      />
    </section>
  );
}
