import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Clash } from "../api/groupcare.ts";

/** Where words of a rule meet others: who writes one of them may get two replies, or the wrong. */
export function Clashes({ clashes, own }: { clashes: readonly Clash[]; own: number }) {
  const { t } = useTranslation();
  if (clashes.length === 0) return null;
  return (
    <Alert
      className="care-trouble"
      type="warning"
      showIcon
      title={t("groupcare.clash.title")}
      description={
        <ul className="care-clashes">
          {clashes.map(({ how, word, theirs, reply_id, reply_name }) => (
            <li key={`${how} ${word} ${reply_id} ${theirs}`}>
              {t(`groupcare.clash.${reply_id === own ? "own" : how}`, {
                word,
                theirs,
                name: reply_name,
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
