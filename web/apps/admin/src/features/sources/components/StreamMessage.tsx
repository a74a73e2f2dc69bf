import { fullMoment } from "@yutang/ui";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Row, useOpenMessage } from "../api/sources.ts";
import { useTrouble } from "./words.ts";

interface Outline {
  ids?: string[];
  props?: Record<string, string>;
  more?: number;
}

/** Which ids and properties a message has; its values only for who may, and then it is audited. */
export function StreamMessage({
  row,
  zone,
  mayOpen,
}: {
  row: Row;
  zone: string;
  mayOpen: boolean;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const open = useOpenMessage();
  const outline = row.outline as Outline;
  const wrong = trouble(open.error);
  return (
    <div className="sources-message">
      <dl>
        <dt>{t("sources.columns.message")}</dt>
        <dd className="mono">{row.message}</dd>
        {row.at && (
          <>
            <dt>{t("sources.columns.at")}</dt>
            <dd className="num">{fullMoment(row.at, zone)}</dd>
          </>
        )}
        {(outline.ids ?? []).length > 0 && (
          <>
            <dt>{t("sources.mapping.ids")}</dt>
            <dd>{outline.ids?.map((kind) => t(`sources.ids.${kind}`)).join(t("common.comma"))}</dd>
          </>
        )}
        {Object.entries(outline.props ?? {}).length > 0 && (
          <>
            <dt>{t("sources.mapping.properties")}</dt>
            <dd>
              {Object.entries(outline.props ?? {}).map(([name, type]) => (
                <div key={name}>
                  <span className="mono">{name}</span>{" "}
                  <span className="meta">{t(`sources.types.${type}`)}</span>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {open.data && <pre className="xml">{JSON.stringify(open.data.message, null, 2)}</pre>}
      {wrong !== undefined && <Alert type="error" showIcon title={wrong} />}
      {!open.data &&
        (mayOpen ? (
          <p className="meta">
            <Button size="small" loading={open.isPending} onClick={() => open.mutate(row.id)}>
              {t("sources.stream.open")}
            </Button>{" "}
            {t("sources.stream.openNote")}
          </p>
        ) : (
          <p className="meta">{t("sources.stream.masked")}</p>
        ))}
    </div>
  );
}
