import { count, nothing } from "@yutang/ui";
import { Alert, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { type Erasure, useConfirmErasure, usePlanErasure } from "../api/privacy.ts";
import { useWords } from "./trouble.ts";

interface Props {
  id: number;
  name: string;
  onClose: () => void;
  onRequests: () => void;
}

/** First why, then what would go and what stays, then his name: it cannot be taken back. */
export function EraseDialog({ id, name, onClose, onRequests }: Props) {
  const { t } = useTranslation();
  const plan = usePlanErasure(id);
  const confirm = useConfirmErasure();
  const words = useWords();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const called = name || String(id);
  const title = t("privacy.erase.title", { name: called });
  const asked = plan.data;
  if (!asked) {
    return (
      <ActDialog
        title={title}
        act={t("privacy.erase.look")}
        disabled={reason.trim().length < 2}
        loading={plan.isPending}
        trouble={plan.error ? words(plan.error) : undefined}
        className="privacy-form"
        onClose={onClose}
        onAct={() => plan.mutate(reason.trim())}
      >
        <p>{t("privacy.erase.about")}</p>
        <label>
          {t("privacy.reason")}
          <Input
            autoFocus
            maxLength={200}
            value={reason}
            placeholder={t("privacy.erase.example")}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </ActDialog>
    );
  }
  return (
    <ActDialog
      title={title}
      act={t("privacy.erase.act")}
      danger
      focusCancel
      width={560}
      disabled={typed.trim() !== called.trim()}
      loading={confirm.isPending}
      trouble={confirm.error ? words(confirm.error) : undefined}
      className="privacy-form"
      onClose={onClose}
      onAct={() => confirm.mutate({ id: asked.id, name: typed.trim() }, { onSuccess: onRequests })}
    >
      <Plan asked={asked} />
      <label>
        {t("privacy.erase.type", { name: called })}
        <Input
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
    </ActDialog>
  );
}

function Plan({ asked }: { asked: Erasure }) {
  const { t } = useTranslation();
  return (
    <>
      {asked.still_friend_of.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("privacy.erase.friends", {
            names: asked.still_friend_of.join(t("common.comma")),
          })}
        />
      )}
      <h3>{t("privacy.erase.goes")}</h3>
      {/* Long lists scroll, so the keyboard has to reach them. */}
      <ul className="erase-tables" tabIndex={0} aria-label={t("privacy.erase.goes")}>
        {asked.plan.map((one) => (
          <li key={one.table}>
            <span>
              {t([`privacy.tables.${one.table}`, "privacy.tables.other"], { table: one.table })}
              {one.how === "stripped" && (
                <span className="meta"> {t("privacy.erase.stripped")}</span>
              )}
            </span>
            <span className="num">
              {one.rows === null ? (
                <span title={t("privacy.erase.later")}>{nothing}</span>
              ) : (
                count(one.rows)
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{t("privacy.erase.files")}</p>
      <h3>{t("privacy.erase.stays")}</h3>
      <ul className="erase-kept meta">
        {[...new Set(asked.kept.map((one) => one.why))].map((why) => (
          <li key={why}>{t(`privacy.kept.${why}`)}</li>
        ))}
      </ul>
    </>
  );
}
