import { count } from "@yutang/ui";
import { Alert, Button } from "antd";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { type Batch, resultHref, useStopBatch } from "../api/batches.ts";
import { useWords } from "./words.ts";

const PERCENT = 100;

/** How far the codes are, and what can be taken away once they are there. */
export function Making({ batch, mayStop }: { batch: Batch; mayStop: boolean }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const stop = useStopBatch();
  const share = batch.rows > 0 ? Math.floor((batch.ready / batch.rows) * PERCENT) : 0;
  return (
    <>
      <p className="num" aria-live="polite">
        {t(`codebatches.states.${batch.state}`, {
          ready: count(batch.ready),
          rows: count(batch.rows),
          failed: count(batch.failed),
        })}
      </p>
      <Bar percent={share} label={t("codebatches.progress")} />
      {batch.failed > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("codebatches.failed", { count: batch.failed, n: count(batch.failed) })}
        />
      )}
      {stop.isError && <Alert type="error" showIcon title={words(stop.error)} />}
      <div className="batch-file">
        {batch.state === "running" && mayStop && (
          <Button danger loading={stop.isPending} onClick={() => stop.mutate(batch.id)}>
            {t("codebatches.stop")}
          </Button>
        )}
        <Button
          icon={<Download size={14} aria-hidden="true" />}
          href={resultHref(batch.id, "xlsx", i18n.language)}
          download
        >
          {t("codebatches.table")}
        </Button>
        <Button
          icon={<Download size={14} aria-hidden="true" />}
          disabled={batch.ready === 0}
          title={batch.ready === 0 ? t("codebatches.noPicture") : undefined}
          href={resultHref(batch.id, "zip", i18n.language)}
          download
        >
          {t("codebatches.pictures")}
        </Button>
      </div>
    </>
  );
}
