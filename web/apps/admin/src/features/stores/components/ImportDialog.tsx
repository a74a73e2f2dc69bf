import { count, nothing } from "@yutang/ui";
import { Alert, App, Button, Modal, Spin, Table } from "antd";
import { Download, FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Findings, type RowError, templateHref, useSendSheet } from "../api/stores.ts";
import { useWords } from "./trouble.ts";

const COLUMNS = ["number", "name", "place", "people", "department", "state"] as const;

/** A file is tried as soon as it is chosen; only one without errors is written. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [file, setFile] = useState<File | null>(null);
  const trying = useSendSheet(i18n.language);
  const writing = useSendSheet(i18n.language);
  const found = trying.data;
  const fresh = found ? found.created + found.changed : 0;
  const trouble = trying.error ?? writing.error;

  const send = (next: File | undefined) => {
    if (!next) return;
    writing.reset();
    setFile(next);
    trying.mutate({ file: next, write: false });
  };
  const write = () => {
    if (!file) return;
    writing.mutate(
      { file, write: true },
      {
        onSuccess: (done) => {
          message.success(
            t("stores.import.done", { created: count(done.created), changed: count(done.changed) }),
          );
          onClose();
        },
      },
    );
  };
  const ready = found !== undefined && found.error_count === 0 && fresh > 0;
  return (
    <Modal
      open
      width={720}
      title={t("stores.import.title")}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="write"
          type="primary"
          disabled={!ready}
          title={ready || !found ? undefined : t("stores.import.notYet")}
          loading={writing.isPending}
          onClick={write}
        >
          {ready
            ? t("stores.import.write", { n: count(fresh), count: fresh })
            : t("stores.import.writeNone")}
        </Button>,
      ]}
    >
      <div className="stores-import">
        <Choice file={file} busy={trying.isPending} onFile={send} />
        {trouble && <Alert type="error" showIcon title={words(trouble)} />}
        {found && !trying.isPending && <Told found={found} />}
        {!file && <Columns />}
      </div>
    </Modal>
  );
}

interface ChoiceProps {
  file: File | null;
  busy: boolean;
  onFile: (file: File | undefined) => void;
}

function Choice({ file, busy, onFile }: ChoiceProps) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={over ? "stores-drop over" : "stores-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.xlsx"
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button icon={<FileUp size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t(file ? "stores.import.other" : "stores.import.choose")}
      </Button>
      <span className="stores-file" title={file?.name}>
        {file?.name ?? t("stores.import.drop")}
      </span>
      {busy ? (
        <Spin size="small" aria-label={t("stores.import.trying")} />
      ) : (
        <Button
          type="link"
          icon={<Download size={14} aria-hidden="true" />}
          href={templateHref(i18n.language)}
          download
        >
          {t("stores.import.template")}
        </Button>
      )}
    </div>
  );
}

function Columns() {
  const { t } = useTranslation();
  return (
    <dl className="stores-facts">
      {COLUMNS.map((key) => (
        <div key={key}>
          <dt>{t(`stores.import.columns.${key}`)}</dt>
          <dd>{t(`stores.import.about.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Told({ found }: { found: Findings }) {
  const { t } = useTranslation();
  const wrong = found.error_count;
  return (
    <div aria-live="polite">
      <p className="stores-told num">
        {t("stores.import.found", {
          rows: count(found.rows),
          created: count(found.created),
          changed: count(found.changed),
          unchanged: count(found.unchanged),
        })}
      </p>
      {found.ignored_columns.length > 0 && (
        <p className="meta">
          {t("stores.import.ignored", { names: found.ignored_columns.join(t("common.comma")) })}
        </p>
      )}
      {wrong > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            title={t("stores.import.wrong", { n: count(wrong), count: wrong })}
          />
          <Errors rows={found.errors} />
          {wrong > found.errors.length && (
            <p className="meta">{t("stores.import.first", { n: count(found.errors.length) })}</p>
          )}
        </>
      )}
    </div>
  );
}

function Errors({ rows }: { rows: readonly RowError[] }) {
  const { t } = useTranslation();
  return (
    <Table<RowError>
      size="small"
      rowKey={(row) => `${row.row} ${row.column} ${row.code}`}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ y: 260 }}
      columns={[
        {
          key: "row",
          title: t("stores.import.row"),
          width: 64,
          align: "right",
          className: "num",
          render: (_, row) => row.row,
        },
        {
          key: "column",
          title: t("stores.import.column"),
          width: 120,
          render: (_, row) => (
            <>
              {row.column || nothing}
              {row.value && (
                <span className="meta stores-second cut" title={row.value}>
                  {row.value}
                </span>
              )}
            </>
          ),
        },
        { key: "what", title: t("stores.import.what"), render: (_, row) => row.what },
        { key: "todo", title: t("stores.import.todo"), render: (_, row) => row.todo },
      ]}
    />
  );
}
