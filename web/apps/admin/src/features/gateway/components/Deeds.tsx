import { shortMoment } from "@yutang/ui";
import { Alert, Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Deed, useDecide, useDeeds } from "../api/deeds.ts";

function Choice({ deed }: { deed: Deed }) {
  const { t } = useTranslation();
  const decide = useDecide();
  const [resultId, setResultId] = useState("");
  const field = useId();
  return (
    <div className="quota-deed-choice">
      {deed.has_id && (
        <>
          <label htmlFor={field}>{t("quota.deeds.id")}</label>
          <Input
            id={field}
            value={resultId}
            maxLength={128}
            onChange={(event) => setResultId(event.target.value)}
          />
        </>
      )}
      <Button
        onClick={() => decide.mutate({ id: deed.id, made: true, resultId })}
        disabled={deed.has_id && resultId.trim() === ""}
        loading={decide.isPending && decide.variables.made}
      >
        {t(deed.has_id ? "quota.deeds.made" : "quota.deeds.madeAlready")}
      </Button>
      <Button
        onClick={() => decide.mutate({ id: deed.id, made: false })}
        loading={decide.isPending && !decide.variables.made}
      >
        {t("quota.deeds.notMade")}
      </Button>
      {decide.isError && <Alert type="error" showIcon title={t("quota.deeds.failed")} />}
    </div>
  );
}

/** Calls whose answer was lost and whose effect WeCom's lists do not tell: a person looks. */
export function Deeds({ zone, mayDecide }: { zone: string; mayDecide: boolean }) {
  const { t } = useTranslation();
  const told = useDeeds().data;
  const found = told?.items ?? [];
  const spares = told?.spares ?? 0;
  if (found.length === 0 && spares === 0) return null;
  return (
    <section className="quota-part">
      <h2>{t("quota.deeds.title")}</h2>
      <p className="meta">{t("quota.deeds.about")}</p>
      {spares > 0 && <p className="meta">{t("quota.deeds.spares", { count: spares })}</p>}
      <ul className="quota-deeds">
        {found.map((deed) => (
          <li key={deed.id} data-deed={deed.id} data-state={deed.state}>
            <b>{t([`quota.deeds.kinds.${deed.kind}`, "quota.deeds.kinds.other"])}</b>
            {deed.about && <span>{t("quota.deeds.quoted", { text: deed.about })}</span>}
            <p>{t(`quota.deeds.states.${deed.state}`)}</p>
            {deed.first_sent_at && (
              <p className="meta num">
                {t("quota.deeds.sent", { time: shortMoment(deed.first_sent_at, zone) })}
              </p>
            )}
            {deed.state === "undecided" && mayDecide && <Choice deed={deed} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
