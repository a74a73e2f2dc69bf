import { fullMoment, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../../shared/Failed.tsx";
import { SureButton } from "../../../../shared/SureButton.tsx";
import { said, useRestore, useVersions } from "../../api/segments.ts";
import type { Detail } from "../../api/types.ts";
import { useTrouble } from "../trouble.ts";

interface Props {
  segment: Detail;
  zone: string;
  mayWrite: boolean;
}

/** What it was said to be, by whom, from when on; an earlier one can be made the present one. */
export function VersionsTab({ segment, zone, mayWrite }: Props) {
  const { t, i18n } = useTranslation();
  const tell = useWhen(zone);
  const trouble = useTrouble();
  const versions = useVersions(segment.id, true);
  const restore = useRestore(segment.id);
  if (versions.isPending) return <Skeleton active paragraph={{ rows: 4 }} title={false} />;
  if (versions.isError) {
    return <Failed title={t("segments.versions.failed")} onAgain={() => versions.refetch()} />;
  }
  const items = versions.data;
  return (
    <>
      {restore.isError && <Failed title={trouble(restore.error)} onAgain={() => restore.reset()} />}
      <ol className="seg-versions">
        {items.map((one, at) => (
          <li key={one.number}>
            <div>
              <p>
                <b>{t("segments.versions.number", { n: one.number })}</b>{" "}
                {one.name !== segment.name && one.name}
                {at === 0 && <span className="seg-tag">{t("segments.versions.now")}</span>}
                {one.restored !== null && (
                  <span className="seg-tag">
                    {t("segments.versions.restored", { n: one.restored })}
                  </span>
                )}
              </p>
              <p>{one.sentence ? said(one.sentence, i18n.language) : t("segments.isList")}</p>
              <p className="meta num" title={fullMoment(one.made_at, zone)}>
                {one.made_by_name} · {tell(one.made_at)} · {t(`segments.kinds.${one.kind}`)}
              </p>
            </div>
            {at > 0 && mayWrite && (
              <SureButton
                ask={t("segments.versions.ask", { n: one.number })}
                what={t("segments.versions.what")}
                act={t("segments.versions.restore")}
                loading={restore.isPending}
                onSure={() => restore.mutate({ number: one.number, version: segment.version })}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
