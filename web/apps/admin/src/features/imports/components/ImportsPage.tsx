import { count, fullMoment, nothing, State, type Tone, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Import, useImports } from "../api/imports.ts";
import "./imports.css";
import { UploadBox } from "./UploadBox.tsx";
import { percent } from "./words.ts";

interface Props {
  zone: string;
  before: number | undefined;
  onOpen: (id: number) => void;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
  onCustomers: () => void;
}

const tones: Record<Import["state"], Tone> = {
  uploaded: "off",
  checking: "info",
  checked: "warn",
  running: "info",
  done: "ok",
  failed: "bad",
  cancelled: "off",
};

/** Bring a file; below, the files of before. */
export function ImportsPage({ zone, before, onOpen, onPage, onBack, onCustomers }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const imports = useImports(before);
  const rows = imports.data?.items ?? [];
  const result = (one: Import) => {
    const share = percent(one);
    if (one.state === "checked" && one.found)
      return t("imports.foundShort", {
        would: count(one.found.created + one.found.changed),
        refused: count(one.found.refused),
      });
    if (share !== null) return `${share}%`;
    if (one.state === "uploaded" || one.total === null) return nothing;
    return t("imports.doneShort", {
      created: count(one.created),
      changed: count(one.changed),
      refused: count(one.refused),
    });
  };
  return (
    <>
      <button type="button" className="back" onClick={onCustomers}>
        <ChevronLeft size={14} aria-hidden="true" />
        {t("customers.page.back")}
      </button>
      <header className="page-head">
        <div>
          <h1 className="import-title">{t("imports.title")}</h1>
          <p className="meta">{t("imports.about")}</p>
        </div>
      </header>
      <UploadBox onSent={(sent) => onOpen(sent.id)} />
      <h2 className="import-past">{t("imports.past")}</h2>
      {imports.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {imports.isError && (
        <Failed title={t("imports.loadFailed")} onAgain={() => imports.refetch()} />
      )}
      {imports.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t("imports.empty")}</p>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Import>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 760 }}
          columns={[
            {
              title: t("imports.columns.file"),
              render: (_, one) => (
                <button type="button" className="link" onClick={() => onOpen(one.id)}>
                  {one.name}
                </button>
              ),
            },
            {
              title: t("imports.columns.state"),
              width: 150,
              render: (_, one) => (
                <State tone={tones[one.state]} word={t(`imports.states.${one.state}`)} />
              ),
            },
            { title: t("imports.columns.result"), render: (_, one) => result(one) },
            {
              title: t("imports.columns.rows"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, one) => (one.total === null ? nothing : count(one.total)),
            },
            {
              title: t("imports.columns.at"),
              width: 130,
              align: "right",
              className: "num",
              render: (_, one) => (
                <span title={fullMoment(one.created_at, zone)}>{when(one.created_at)}</span>
              ),
            },
          ]}
        />
      )}
      {(before !== undefined || imports.data?.next) && (
        <nav className="pages" aria-label={t("imports.past")}>
          <Button disabled={before === undefined} onClick={onBack}>
            {t("common.previous")}
          </Button>
          <Button
            disabled={!imports.data?.next}
            onClick={() => onPage(imports.data?.next ?? undefined)}
          >
            {t("common.next")}
          </Button>
        </nav>
      )}
    </>
  );
}
