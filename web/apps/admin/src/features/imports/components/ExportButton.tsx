import { ProblemError } from "@yutang/api";
import { count, nothing } from "@yutang/ui";
import { Alert, App, Button, Checkbox, Modal, Radio, Skeleton } from "antd";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useAskForExport, useExportColumns, type Wish } from "../api/exports.ts";
import "./imports.css";

interface Props {
  /** The list's question, as its calls to the API carry it, or the chosen ids. */
  selection: { kind: "filter"; query: Record<string, unknown> } | { kind: "ids"; ids: number[] };
  /** How many that are; `exact` is false where there are more. Undefined while it is counted. */
  total: { total: number; exact: boolean } | undefined;
  /** customers.export; without it the button says who may. */
  mayExport: boolean;
  /** customers.phones. */
  mayPhones: boolean;
  onRegister: () => void;
  /** A bare button, as the dark bar of a selection has them. */
  bare?: boolean;
}

const FORMATS = ["xlsx", "csv", "parquet"] as const;
const USUAL = [
  "name",
  "remark",
  "phone",
  "state",
  "stage",
  "owners",
  "tags",
  "first_added_at",
  "last_active_at",
];

/** Choose columns and a format; the file is written while one goes on working. */
export function ExportButton(props: Props) {
  const { selection, total, mayExport, mayPhones, onRegister, bare = false } = props;
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<Wish["format"]>("xlsx");
  const [chosen, setChosen] = useState<string[]>(USUAL);
  const [phones, setPhones] = useState(false);
  const columns = useExportColumns(open);
  const ask = useAskForExport();
  const shown = total ? `${count(total.total)}${total.exact ? "" : "+"}` : nothing;
  const send = () =>
    ask.mutate(
      {
        wish: {
          format,
          columns: (columns.data?.items ?? [])
            .map((one) => one.key)
            .filter((key) => chosen.includes(key)),
          phones: phones && chosen.includes("phone"),
          ids: selection.kind === "ids" ? selection.ids : null,
          language: i18n.language === "en" ? "en" : "zh-CN",
        },
        query: selection.kind === "filter" ? selection.query : {},
      },
      {
        onSuccess: () => {
          setOpen(false);
          message.success({
            content: (
              <span>
                {t("exports.asked", { shown })}{" "}
                <button type="button" className="link" onClick={onRegister}>
                  {t("exports.toRegister")}
                </button>
              </span>
            ),
            duration: 10,
          });
        },
      },
    );
  return (
    <>
      {bare ? (
        <button
          type="button"
          disabled={!mayExport}
          title={mayExport ? undefined : t("exports.forbidden")}
          onClick={() => setOpen(true)}
        >
          {t("exports.button")}
        </button>
      ) : (
        <Button
          icon={<Download size={14} aria-hidden="true" />}
          disabled={!mayExport || !total || total.total === 0}
          title={mayExport ? "" : t("exports.forbidden")}
          onClick={() => setOpen(true)}
        >
          {t("exports.button")}
        </Button>
      )}
      <Modal
        open={open}
        width={560}
        title={t("exports.title", { shown })}
        destroyOnHidden
        onCancel={() => setOpen(false)}
        cancelText={t("common.cancel")}
        okText={t("exports.go", { shown })}
        okButtonProps={{ disabled: chosen.length === 0, loading: ask.isPending }}
        onOk={send}
      >
        <div className="export-form">
          <fieldset>
            <legend>{t("exports.format")}</legend>
            <Radio.Group
              value={format}
              onChange={(event) => setFormat(event.target.value)}
              options={FORMATS.map((value) => ({ value, label: t(`imports.formats.${value}`) }))}
            />
            <p className="meta">{t(`exports.formatNotes.${format}`)}</p>
          </fieldset>
          <fieldset>
            <legend>{t("exports.columns")}</legend>
            {columns.isPending && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
            {columns.isError && (
              <Failed title={t("exports.columnsFailed")} onAgain={() => columns.refetch()} />
            )}
            <Checkbox.Group
              className="export-columns"
              value={chosen}
              onChange={(keys) => setChosen(keys)}
              options={(columns.data?.items ?? []).map((one) => ({
                value: one.key,
                label: one.name ?? t(`exports.names.${one.key}`),
              }))}
            />
          </fieldset>
          {chosen.includes("phone") && (
            <Checkbox
              checked={phones}
              disabled={!mayPhones}
              onChange={(event) => setPhones(event.target.checked)}
            >
              {t("exports.phones")}
              <span className="meta">
                {" "}
                {mayPhones ? t("exports.phonesNote") : t("exports.phonesForbidden")}
              </span>
            </Checkbox>
          )}
          {ask.error && (
            <Alert
              type="error"
              showIcon
              title={
                ask.error instanceof ProblemError ? ask.error.problem.detail : t("common.offline")
              }
            />
          )}
          <p className="meta">
            {t("exports.onRecord")}{" "}
            <button type="button" className="link" onClick={onRegister}>
              {t("exports.register")}
            </button>
          </p>
        </div>
      </Modal>
    </>
  );
}
