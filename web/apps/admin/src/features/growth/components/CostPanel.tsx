import { Link } from "@tanstack/react-router";
import { Alert, Button, DatePicker, InputNumber } from "antd";
import type { Dayjs } from "dayjs";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCosts, useSetCosts } from "../api/growth.ts";
import { yuan } from "./words.ts";
import "./growth.css";

const FEN = 100;

/** What a channel cost month by month, and the way to its report. */
export function CostPanel({ channel, mayWrite }: { channel: number; mayWrite: boolean }) {
  const { t } = useTranslation();
  const costs = useCosts(channel);
  const [month, setMonth] = useState<Dayjs | null>(null);
  const [amount, setAmount] = useState<number | null>(null);
  const save = useSetCosts(channel, () => {
    setMonth(null);
    setAmount(null);
  });
  const items = costs.data?.items ?? [];
  return (
    <section className="growth-costs">
      <h2>{t("growth.costs.title")}</h2>
      <p className="meta">
        {t("growth.costs.about")}{" "}
        <Link to="/reports/growth" search={{ channel, by: "day" }}>
          {t("growth.costs.report")}
        </Link>
      </p>
      {costs.data && items.length === 0 && <p className="meta">{t("growth.costs.none")}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.month} className="num">
            {one.month.slice(0, 7)} <b>{yuan(one.fen)}</b>
            {mayWrite && (
              <button
                type="button"
                aria-label={t("growth.costs.remove", { month: one.month.slice(0, 7) })}
                onClick={() => save.mutate({ [one.month]: null })}
              >
                <X size={14} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="filters">
          <DatePicker
            picker="month"
            value={month}
            onChange={setMonth}
            placeholder={t("growth.costs.month")}
            aria-label={t("growth.costs.month")}
          />
          <InputNumber
            min={0}
            max={100_000_000}
            precision={2}
            value={amount}
            onChange={setAmount}
            placeholder={t("growth.costs.yuan")}
            aria-label={t("growth.costs.yuan")}
          />
          <Button
            disabled={month === null || amount === null}
            loading={save.isPending}
            onClick={() =>
              month !== null &&
              amount !== null &&
              save.mutate({ [month.format("YYYY-MM-01")]: Math.round(amount * FEN) })
            }
          >
            {t("growth.costs.save")}
          </Button>
        </div>
      )}
      {save.isError && <Alert type="error" showIcon title={t("growth.costs.failed")} />}
    </section>
  );
}
