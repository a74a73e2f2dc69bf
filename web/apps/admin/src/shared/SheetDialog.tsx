import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@yutang/api";
import { count, nothing } from "@yutang/ui";
import { Alert, App, Button, Modal, Spin, Table } from "antd";
import { Download, FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import en from "../locales/en/later-sheets.json";
import zh from "../locales/zh-CN/later-sheets.json";
import { learn } from "./learn.ts";
import "./upload.css";

learn({ "zh-CN": zh, en });

type Findings = Schemas["SheetFindings"];
type RowError = Schemas["RowError"];

interface Props {
  /** Whose words go before the usual ones: `<of>.import.…`; what is read anew is `[of]`. */
  of: "stores" | "touchpoints" | "targets";
  columns: readonly string[];
  template: string;
  send: (file: File, write: boolean) => Promise<Findings>;
  words: (error: unknown) => string;
  /** What holds for the whole file; `again` changes with it, and the file is tried once more. */
  extra?: ReactNode;
  again?: string;
  onClose: () => void;
}

/** Words of one kind of sheet, the usual ones where it has none of its own. */
function useSheetWords(of: Props["of"]) {
  const { t } = useTranslation();
  return (key: string, told: Record<string, unknown> = {}) =>
    t([`${of}.import.${key}`, `sheets.${key}`], told);
}

/** A file is tried as soon as it is chosen; only one without errors is written. */
export function SheetDialog(props: Props) {
  const { of, send, words, again, onClose } = props;
  const { t } = useTranslation();
  const say = useSheetWords(of);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({ mutationFn: (next: File) => send(next, false) });
  const writing = useMutation({
    mutationFn: (next: File) => send(next, true),
    onSuccess: (done) => {
      message.success(say("done", { created: count(done.created), changed: count(done.changed) }));
      onClose();
      return queries.invalidateQueries({ queryKey: [of] });
    },
  });
  const tryAnew = trying.mutate;
  // `again` stands for what was changed beside the file.
  useEffect(() => {
    if (file) tryAnew(file);
  }, [file, again, tryAnew]);
  const found = trying.data;
  const fresh = found ? found.created + found.changed : 0;
  const trouble = trying.error ?? writing.error;
  const ready = found !== undefined && found.error_count === 0 && fresh > 0 && !trying.isPending;
  return (
    <Modal
      open
      width={720}
      title={say("title")}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="write"
          type="primary"
          disabled={!ready}
          title={ready || !found ? undefined : say(found.error_count > 0 ? "notYet" : "same")}
          loading={writing.isPending}
          onClick={() => file && writing.mutate(file)}
        >
          {ready ? say("write", { n: count(fresh), count: fresh }) : say("writeNone")}
        </Button>,
      ]}
    >
      <div className="upload">
        {props.extra}
        <Choice
          {...props}
          file={file}
          busy={trying.isPending}
          onFile={(next) => {
            writing.reset();
            setFile(next);
          }}
        />
        {trouble && <Alert type="error" showIcon title={words(trouble)} />}
        {found && !trying.isPending && <Told of={of} found={found} />}
        {!file && (
          <dl className="upload-columns">
            {props.columns.map((key) => (
              <div key={key}>
                <dt>{say(`columns.${key}`)}</dt>
                <dd>{say(`about.${key}`)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Modal>
  );
}

interface ChoiceProps extends Pick<Props, "of" | "template"> {
  file: File | null;
  busy: boolean;
  onFile: (file: File) => void;
}

function Choice({ of, template, file, busy, onFile }: ChoiceProps) {
  const say = useSheetWords(of);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (next: File | undefined) => next && onFile(next);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={over ? "upload-drop over" : "upload-drop"}
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
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button icon={<FileUp size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {say(file ? "other" : "choose")}
      </Button>
      <span className="upload-file" title={file?.name}>
        {file?.name ?? say("drop")}
      </span>
      {busy ? (
        <Spin size="small" aria-label={say("trying")} />
      ) : (
        <Button
          type="link"
          icon={<Download size={14} aria-hidden="true" />}
          href={template}
          download
        >
          {say("template")}
        </Button>
      )}
    </div>
  );
}

function Told({ of, found }: { of: Props["of"]; found: Findings }) {
  const { t } = useTranslation();
  const say = useSheetWords(of);
  const wrong = found.error_count;
  return (
    <div aria-live="polite">
      <p className="upload-told num">
        {say("found", {
          rows: count(found.rows),
          created: count(found.created),
          changed: count(found.changed),
          unchanged: count(found.unchanged),
        })}
      </p>
      {found.ignored_columns.length > 0 && (
        <p className="meta">
          {say("ignored", { names: found.ignored_columns.join(t("common.comma")) })}
        </p>
      )}
      {wrong > 0 && (
        <>
          <Alert type="error" showIcon title={say("wrong", { n: count(wrong), count: wrong })} />
          <Errors of={of} rows={found.errors} />
          {wrong > found.errors.length && (
            <p className="meta">{say("first", { n: count(found.errors.length) })}</p>
          )}
        </>
      )}
    </div>
  );
}

function Errors({ of, rows }: { of: Props["of"]; rows: readonly RowError[] }) {
  const say = useSheetWords(of);
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
          title: say("row"),
          width: 64,
          align: "right",
          className: "num",
          render: (_, row) => row.row,
        },
        {
          key: "column",
          title: say("column"),
          width: 120,
          render: (_, row) => (
            <>
              {row.column || nothing}
              {row.value && (
                <span className="meta upload-value cut" title={row.value}>
                  {row.value}
                </span>
              )}
            </>
          ),
        },
        { key: "what", title: say("what"), render: (_, row) => row.what },
        { key: "todo", title: say("todo"), render: (_, row) => row.todo },
      ]}
    />
  );
}
