import { Link, useBlocker } from "@tanstack/react-router";
import { clock } from "@yutang/ui";
import { Alert, App, Button, Input, Modal, Segmented } from "antd";
import { ChevronLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSentence } from "../api/live.ts";
import { said, useSave, useUses } from "../api/segments.ts";
import { MOST_LEAVES } from "../api/tree.ts";
import type { Use } from "../api/types.ts";
import { useOffers } from "./context.ts";
import { type Draft, EVERY, forgetDraft, keepDraft, keptDraft, textOf } from "./draft.ts";
import { Pick } from "./leaves/Filled.tsx";
import { CountHead } from "./panel/CountHead.tsx";
import { ExplainDrawer, type Person } from "./panel/ExplainDrawer.tsx";
import { OverlapTab } from "./panel/OverlapTab.tsx";
import { ProfileTab } from "./panel/ProfileTab.tsx";
import { SampleList } from "./panel/SampleList.tsx";
import { SizeChart } from "./panel/SizeChart.tsx";
import { TreeContext } from "./tree/context.ts";
import { leavesIn } from "./tree/edit.ts";
import { GroupBox } from "./tree/Rows.tsx";
import { useCounted } from "./tree/useCounted.ts";
import { useTreeState } from "./tree/useTreeState.tsx";
import { faultOf, typeOf, useTrouble } from "./trouble.ts";
import "./editor.css";

interface Props {
  /** Where the draft is kept. */
  kept: string;
  start: Draft;
  edited: Edited | undefined;
  onDone: (id: number) => void;
}

export interface Edited {
  id: number;
  version: number;
  /** What the last refresh found. */
  known: { size: number; at: string } | undefined;
}

const KEEP_AFTER_MS = 500;
const TABS = ["profile", "sample", "overlap", "trend"] as const;
type Tab = (typeof TABS)[number];
const IN_PROFILE = 4;

/** Conditions on the left, whom they find on the right, counted while one edits. */
export function Editor({ kept, start, edited, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const { zone } = useOffers();
  const [found] = useState(() => keptDraft(kept));
  const [draft, setDraft] = useState<Draft>(found?.draft ?? start);
  const [restored, setRestored] = useState(found !== undefined);
  const [keptAt, setKeptAt] = useState(found?.at);
  const [strict, setStrict] = useState(false);
  const [tab, setTab] = useState<Tab>("profile");
  const [explained, setExplained] = useState<Person | "anybody" | undefined>();
  const sent = useRef(false);
  const save = useSave(edited);
  const trouble = useTrouble();
  const uses = useUses(edited?.id);
  const { message } = App.useApp();

  const live = useCounted(draft.root, save.error);
  const { question, tree, counted, dimmed } = live;
  const sentence = useSentence(tree);
  const empty = question.tree === null;
  const last = useRef(counted.data);
  if (counted.data) last.current = counted.data;

  const text = textOf(draft);
  const dirty = text !== textOf(start);
  useEffect(() => {
    if (!dirty || sent.current) return;
    const timer = setTimeout(() => setKeptAt(keepDraft(kept, draft)), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, dirty, kept]);
  const leaving = useBlocker({
    shouldBlockFn: () => dirty && !sent.current,
    enableBeforeUnload: () => dirty && !sent.current,
    withResolver: true,
  });

  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const acts = useTreeState(draft.root, (next) =>
    setDraft((now) => ({ ...now, root: next(now.root) })),
  );
  const leaves = leavesIn(draft.root);

  const submit = () => {
    setStrict(true);
    const [first] = question.unfinished;
    if (first) {
      document.querySelector<HTMLElement>(`[data-key="${first}"] input`)?.focus();
      message.warning(
        t("segments.unfinishedMany", {
          count: question.unfinished.length,
          n: question.unfinished.length,
        }),
      );
      return;
    }
    if (!draft.name.trim() || !question.tree) {
      document.querySelector<HTMLElement>(draft.name.trim() ? "[data-add]" : "#seg-name")?.focus();
      return;
    }
    const { root: _, ...facts } = draft;
    save.mutate(
      { ...facts, name: draft.name.trim(), tree: question.tree },
      {
        onSuccess: ({ id }) => {
          sent.current = true;
          forgetDraft(kept);
          onDone(id);
        },
      },
    );
  };

  const startAnew = () => {
    forgetDraft(kept);
    setDraft(start);
    setRestored(false);
    setKeptAt(undefined);
  };

  return (
    <div
      className="seg-editor"
      onKeyDown={(event) => {
        if ((event.metaKey || event.ctrlKey) && event.key === "Enter") submit();
      }}
    >
      <header className="seg-top">
        {edited ? (
          <Link
            to="/segments/$id"
            params={{ id: String(edited.id) }}
            className="seg-icon"
            aria-label={t("segments.backToOne")}
          >
            <ChevronLeft size={18} aria-hidden="true" />
          </Link>
        ) : (
          <Link to="/segments" className="seg-icon" aria-label={t("segments.back")}>
            <ChevronLeft size={18} aria-hidden="true" />
          </Link>
        )}
        <h1 className="visually-hidden">
          {t(edited ? "segments.editTitle" : "segments.newTitle", { name: start.name })}
        </h1>
        <Input
          id="seg-name"
          variant="borderless"
          className="seg-name"
          aria-label={t("segments.name")}
          placeholder={t("segments.namePlaceholder")}
          maxLength={60}
          autoFocus={!edited}
          {...(strict && !draft.name.trim() ? { status: "error" as const } : {})}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <span className="seg-gap" />
        <span className="meta num" aria-live="polite">
          {keptAt && dirty && t("segments.draftKept", { time: clock(keptAt, zone).slice(0, 5) })}
        </span>
        <Button onClick={() => setExplained("anybody")}>{t("segments.explain.button")}</Button>
        <Button type="primary" loading={save.isPending} onClick={submit}>
          {t(edited ? "segments.saveChanges" : "segments.save")}
        </Button>
      </header>
      <div className="seg-body">
        <div className="seg-main">
          {restored && (
            <Alert
              type="info"
              showIcon
              title={t("segments.draftRestored")}
              action={<Button onClick={startAnew}>{t("segments.draftDrop")}</Button>}
            />
          )}
          {uses.data && uses.data.items.length > 0 && <UsedBy uses={uses.data.items} />}
          {strict && !draft.name.trim() && (
            <p className="seg-fault" role="alert">
              {t("segments.nameMissing")}
            </p>
          )}
          {save.isError && !faultOf(save.error) && (
            <Alert
              type="error"
              showIcon
              title={trouble(save.error)}
              action={
                typeOf(save.error) === "segments.changed_meanwhile" && (
                  <Button onClick={() => location.reload()}>{t("segments.loadAnew")}</Button>
                )
              }
            />
          )}
          <p className="seg-sentence" data-sentence>
            {empty || !sentence.data
              ? t("segments.sentenceEmpty")
              : said(sentence.data, i18n.language)}
          </p>
          <TreeContext
            value={{
              root: draft.root,
              counts: live.counts,
              universe: last.current?.universe,
              dimmed,
              faults: live.faults,
              strict,
              ...acts,
            }}
          >
            <GroupBox group={draft.root} />
          </TreeContext>
          {leaves > MOST_LEAVES && (
            <p className="seg-fault" role="alert">
              {t("segments.tooMany", { n: MOST_LEAVES })}
            </p>
          )}
          <Keeping draft={draft} onChange={change} />
        </div>
        <aside className="seg-side" aria-label={t("segments.panel.label")}>
          <CountHead
            counted={last.current}
            dimmed={dimmed || counted.isError}
            known={last.current ? undefined : edited?.known}
            error={live.error}
            empty={empty}
            zone={zone}
            onAgain={() => counted.refetch()}
          />
          <section>
            <Segmented<Tab>
              block
              size="small"
              aria-label={t("segments.panel.tabs")}
              value={tab}
              options={TABS.map((value) => ({ value, label: t(`segments.panel.${value}`) }))}
              onChange={setTab}
            />
            {tab === "profile" && <ProfileTab tree={tree} />}
            {tab === "overlap" && <OverlapTab tree={tree} />}
            {tab === "trend" && <SizeChart id={edited?.id} zone={zone} height={180} />}
            {tab === "sample" && <SampleList tree={tree} onExplain={setExplained} />}
          </section>
          {tab === "profile" && (
            <SampleList tree={tree} size={IN_PROFILE} onExplain={setExplained} />
          )}
        </aside>
      </div>
      {explained && (
        <ExplainDrawer
          tree={tree}
          person={explained === "anybody" ? undefined : explained}
          onClose={() => setExplained(undefined)}
        />
      )}
      <Modal
        open={leaving.status === "blocked"}
        width={480}
        title={t("segments.leaveTitle")}
        okText={t("segments.leave")}
        cancelText={t("segments.stay")}
        onOk={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        {t("segments.leaveBody")}
      </Modal>
    </div>
  );
}

/** Before something in use is changed: who asks for it. */
function UsedBy({ uses }: { uses: readonly Use[] }) {
  const { t } = useTranslation();
  const names = uses.map((one) => one.name).join(t("common.comma"));
  return (
    <Alert
      type="info"
      showIcon
      title={t("segments.usedBy", { count: uses.length, n: uses.length, names })}
    />
  );
}

/** Asked anew on each use, or kept by the clock with events of who enters and leaves. */
function Keeping({ draft, onChange }: { draft: Draft; onChange: (more: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  return (
    <section className="seg-keeping">
      <h2>{t("segments.keeping.title")}</h2>
      <div className="seg-line">
        <Segmented<Draft["kind"]>
          aria-label={t("segments.keeping.title")}
          value={draft.kind}
          options={(["dynamic", "kept"] as const).map((value) => ({
            value,
            label: t(`segments.kinds.${value}`),
          }))}
          onChange={(kind) => onChange({ kind })}
        />
        {draft.kind === "kept" && (
          <Pick
            label={t("segments.keeping.every")}
            value={draft.every_minutes}
            options={EVERY.map((value) => ({ value, label: t(`segments.every.${value}`) }))}
            onChange={(minutes) => onChange({ every_minutes: minutes })}
          />
        )}
      </div>
      <p className="meta">{t(`segments.keeping.${draft.kind}`)}</p>
      <Input.TextArea
        aria-label={t("segments.description")}
        placeholder={t("segments.description")}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={draft.description}
        onChange={(event) => onChange({ description: event.target.value })}
      />
    </section>
  );
}
