import { fullMoment } from "@yutang/ui";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Id } from "../api/persons.ts";
import "./words.ts";

/** What somebody is recognised by; phones and devices as the server hides them. */
export function IdList({ ids, zone }: { ids: readonly Id[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <dl className="facts ids">
      {ids.map((one) => (
        <div key={`${one.kind}:${one.value}:${one.since}`}>
          <dt>{t(`persons.kinds.${one.kind}`)}</dt>
          <dd
            className="num"
            title={t(one.given ? "persons.given" : "persons.claimed", {
              time: fullMoment(one.since, zone),
            })}
          >
            <span className="id-value" title={one.value}>
              {one.value}
            </span>
            {one.shared && <Tag>{t("persons.sharedId")}</Tag>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
