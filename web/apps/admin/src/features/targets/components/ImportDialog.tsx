import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SheetDialog } from "../../../shared/SheetDialog.tsx";
import { KEPT, KINDS, type Kind, sendSheet, templateHref } from "../api/targets.ts";
import { useWords } from "./words.ts";

const COLUMNS = ["who", "aim", "kind", "days", "kept"] as const;
const DAY = "YYYY-MM-DD";

/** Targets from a file; what a row does not say is as chosen here. */
export function ImportDialog(props: { kind: Kind; zone: string; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const today = dayjs(
    new Intl.DateTimeFormat("sv-SE", { timeZone: props.zone, dateStyle: "short" }).format(),
  );
  const [kind, setKind] = useState(props.kind);
  const [kept, setKept] = useState<(typeof KEPT)[number]>(0);
  const [span, setSpan] = useState([today.startOf("month"), today.endOf("month")] as const);
  const usual = { kind, kept, first: span[0].format(DAY), last: span[1].format(DAY) };
  return (
    <SheetDialog
      of="targets"
      columns={COLUMNS}
      template={templateHref(i18n.language)}
      send={(file, write) => sendSheet(file, write, usual, i18n.language)}
      words={words}
      again={JSON.stringify(usual)}
      extra={
        <div className="filters">
          <Select<Kind>
            aria-label={t("targets.form.kind")}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`targets.kinds.${value}`) }))}
          />
          <DatePicker.RangePicker
            aria-label={t("targets.form.span")}
            allowClear={false}
            value={[span[0], span[1]]}
            onChange={(next) => next?.[0] && next[1] && setSpan([next[0], next[1]])}
          />
          <Select<(typeof KEPT)[number]>
            aria-label={t("targets.form.kept")}
            value={kept}
            onChange={setKept}
            options={KEPT.map((value) => ({ value, label: t(`targets.kept.${value}`) }))}
          />
        </div>
      }
      onClose={props.onClose}
    />
  );
}
