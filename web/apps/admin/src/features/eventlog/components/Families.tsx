import { count, nothing } from "@yutang/ui";
import { Alert, App, Button, InputNumber, Radio, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import { type Family, useKeep } from "../api/log.ts";
import { keptFor, nameOf } from "./words.ts";

const MOST = 1200;
const USUAL = 24;

interface Props {
  families: Family[];
  counted: boolean;
  mayWrite: boolean;
}

/** For how long each family of events is kept, and how much would go tonight. */
export function Families({ families, counted, mayWrite }: Props) {
  const { t } = useTranslation();
  const told = (many: number) =>
    counted ? count(many) : <span title={t("log.months.none")}>{nothing}</span>;
  const [open, setOpen] = useState<Family>();
  return (
    <section className="log-part">
      <h2>{t("log.keep.title")}</h2>
      <p className="meta">{t("log.keep.about")}</p>
      <Scrolled label={t("log.keep.title")} least={640}>
        <Table<Family>
          rowKey="family"
          size="middle"
          dataSource={families}
          pagination={false}
          columns={[
            {
              title: t("log.keep.heads.family"),
              render: (_, one) => (
                <>
                  <div>{nameOf(one.family, t)}</div>
                  <code className="meta">
                    {one.family.includes(".") ? one.family : `${one.family}.*`}
                  </code>
                </>
              ),
            },
            {
              title: t("log.keep.heads.months"),
              render: (_, one) => (
                <>
                  {keptFor(one, t)}
                  {!one.chosen && <div className="meta">{t("log.keep.default")}</div>}
                </>
              ),
            },
            {
              title: t("log.keep.heads.rows"),
              align: "right",
              className: "num",
              render: (_, one) => told(one.rows),
            },
            {
              title: t("log.keep.heads.over"),
              align: "right",
              className: "num",
              render: (_, one) => (one.months === null ? nothing : told(one.over)),
            },
            {
              title: t("log.keep.heads.act"),
              width: 90,
              render: (_, one) => (
                <Button
                  type="link"
                  size="small"
                  disabled={!mayWrite}
                  title={mayWrite ? "" : t("log.keep.forbidden")}
                  aria-label={t("log.keep.changeThis", { what: nameOf(one.family, t) })}
                  onClick={() => setOpen(one)}
                >
                  {t("log.keep.change")}
                </Button>
              ),
            },
          ]}
        />
      </Scrolled>
      {open && <KeepDialog family={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

type Choice = "default" | "always" | "months";

function KeepDialog({ family, onClose }: { family: Family; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const keep = useKeep();
  const begun: Choice = !family.chosen ? "default" : family.months === null ? "always" : "months";
  const [choice, setChoice] = useState<Choice>(begun);
  const [months, setMonths] = useState(family.months ?? USUAL);
  const what = nameOf(family.family, t);
  const usual = keptFor({ ...family, months: family.default_months }, t);
  const kept = { default: "default", always: null, months } as const;
  return (
    <ActDialog
      title={t("log.keep.dialog", { what })}
      act={t("log.keep.save")}
      danger={choice === "months"}
      loading={keep.isPending}
      trouble={keep.isError ? t("log.keep.failed") : undefined}
      className="log-form"
      onClose={onClose}
      onAct={() =>
        keep.mutate(
          { family: family.family, months: kept[choice] },
          {
            onSuccess: () => {
              message.success(t("log.keep.saved", { what }));
              onClose();
            },
          },
        )
      }
    >
      <Radio.Group
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[
          { value: "default", label: t("log.keep.asDefault", { usual }) },
          { value: "always", label: t("log.keep.always") },
          { value: "months", label: t("log.keep.limited") },
        ]}
      />
      {choice === "months" && (
        <>
          <InputNumber
            value={months}
            min={1}
            max={MOST}
            onChange={(value) => setMonths(value ?? 1)}
            suffix={t("log.keep.unit")}
            aria-label={t("log.keep.heads.months")}
          />
          <Alert type="warning" showIcon title={t("log.keep.warns")} />
        </>
      )}
    </ActDialog>
  );
}
