import { ProblemError } from "@yutang/api";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Callback, useRaw } from "../api/callbacks.ts";

/** As it came, with codes and contact data hidden; who may opens the whole. */
export function RawXml({ row, mayOpen }: { row: Callback; mayOpen: boolean }) {
  const { t } = useTranslation();
  const raw = useRaw();
  const detail = raw.error instanceof ProblemError ? raw.error.problem.detail : "";
  return (
    <>
      <pre className="xml">{raw.data?.xml ?? row.xml}</pre>
      {raw.isError && <Alert type="error" showIcon title={t("callbacks.rawFailed", { detail })} />}
      {!raw.data && mayOpen && (
        <p className="meta">
          <Button size="small" loading={raw.isPending} onClick={() => raw.mutate(row.id)}>
            {t("callbacks.openRaw")}
          </Button>{" "}
          {t("callbacks.rawNote")}
        </p>
      )}
      {!mayOpen && <p className="meta">{t("callbacks.rawMasked")}</p>}
    </>
  );
}
