import { count } from "@yutang/ui";
import { Button, Skeleton, Table, Tag } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Purpose, usePurposes } from "../api/privacy.ts";
import type { May } from "./may.ts";
import { PurposeDialog } from "./PurposeDialog.tsx";

/** What people may agree to, with how many do. */
export function Purposes({ may }: { may: May }) {
  const { t, i18n } = useTranslation();
  const purposes = usePurposes();
  const [open, setOpen] = useState<Purpose | "new">();
  const english = i18n.language === "en";
  return (
    <>
      <div className="privacy-bar">
        <p className="meta">{t("privacy.purposes.about")}</p>
        <Button
          icon={<Plus size={14} aria-hidden="true" />}
          disabled={!may.write}
          title={may.write ? "" : t("privacy.forbidden")}
          onClick={() => setOpen("new")}
        >
          {t("privacy.purposes.add")}
        </Button>
      </div>
      {purposes.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {purposes.isError && (
        <Failed title={t("privacy.purposes.failed")} onAgain={() => purposes.refetch()} />
      )}
      {purposes.data && (
        <Table<Purpose>
          rowKey="key"
          dataSource={purposes.data.items}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t("privacy.purposes.heads.what"),
              render: (_, one) => (
                <>
                  <div>
                    {english ? one.name_en : one.name_zh}{" "}
                    {one.built_in && <Tag>{t("privacy.purposes.builtIn")}</Tag>}
                    {one.archived_at && <Tag>{t("privacy.purposes.archived")}</Tag>}
                  </div>
                  <div className="meta">{english ? one.about_en : one.about_zh}</div>
                </>
              ),
            },
            {
              title: t("privacy.purposes.heads.notice"),
              width: 180,
              render: (_, one) =>
                one.notice_zh || one.notice_en ? (
                  t("privacy.purposes.version", { version: one.notice_version })
                ) : (
                  <span className="meta">{t("privacy.purposes.noNotice")}</span>
                ),
            },
            {
              title: t("privacy.purposes.heads.holds"),
              width: 140,
              render: (_, one) =>
                one.months === null
                  ? t("privacy.purposes.untilWithdrawn")
                  : t("privacy.purposes.months", { count: one.months }),
            },
            {
              title: t("privacy.purposes.heads.living"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, one) => count(one.living),
            },
            {
              title: t("privacy.purposes.heads.withdrawn"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, one) => count(one.withdrawn),
            },
            {
              title: t("privacy.purposes.heads.act"),
              width: 90,
              render: (_, one) => (
                <Button
                  type="link"
                  size="small"
                  disabled={!may.write}
                  aria-label={t("privacy.purposes.changeThis", {
                    what: english ? one.name_en : one.name_zh,
                  })}
                  onClick={() => setOpen(one)}
                >
                  {t("privacy.purposes.change")}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open && (
        <PurposeDialog
          purpose={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
