import { Button, Drawer, Segmented, Select, Skeleton } from "antd";
import { Settings } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Notice, useChoices, useMarkRead, useNotices } from "../api/notices.ts";
import { NoticeList } from "./NoticeList.tsx";
import "./notices.css";

interface Props {
  open: boolean;
  zone: string;
  onClose: () => void;
  onFollow: (link: string) => void;
  onSettings: () => void;
  /** What waits for somebody, whoever was told of it. */
  children?: ReactNode;
}

/** Everything I was told, with what I have not read yet on top of one's mind. */
export function NoticeDrawer({ open, zone, onClose, onFollow, onSettings, children }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t("told.title")}
      size={480}
      destroyOnHidden
      extra={
        <Button
          type="text"
          icon={<Settings size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={onSettings}
        >
          {t("told.settings")}
        </Button>
      }
    >
      {children}
      <Told open={open} zone={zone} onFollow={onFollow} />
    </Drawer>
  );
}

function Told({ open, zone, onFollow }: Pick<Props, "open" | "zone" | "onFollow">) {
  const { t, i18n } = useTranslation();
  const [unread, setUnread] = useState(false);
  const [kind, setKind] = useState<string | undefined>();
  const found = useNotices(unread, kind, open);
  const choices = useChoices(open);
  const mark = useMarkRead();
  const words = i18n.language === "en" ? "en" : "zh";
  const kinds = new Map(choices.data?.kinds.map((one) => [one.kind, one.title[words]]));
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const left = found.data?.pages[0]?.unread ?? 0;
  const newest = rows[0]?.id;
  const follow = (notice: Notice) => {
    if (notice.read_at === null) mark.mutate({ ids: [notice.id] });
    if (notice.link) onFollow(notice.link);
  };
  return (
    <section aria-label={t("told.list")}>
      <div className="filters">
        <Segmented<"all" | "unread">
          aria-label={t("told.which")}
          value={unread ? "unread" : "all"}
          onChange={(which) => setUnread(which === "unread")}
          options={[
            { value: "all", label: t("told.all") },
            { value: "unread", label: t("told.unread", { n: left > 99 ? "99+" : left }) },
          ]}
        />
        <Select
          aria-label={t("told.kind")}
          allowClear
          placeholder={t("told.anyKind")}
          value={kind}
          onChange={setKind}
          className="told-kind"
          options={[...kinds].map(([value, label]) => ({ value, label }))}
        />
        <Button
          disabled={left === 0 || newest === undefined}
          loading={mark.isPending}
          onClick={() => newest !== undefined && mark.mutate({ until: newest, kind })}
        >
          {t("told.markAll")}
        </Button>
      </div>
      {mark.isError && <p className="told-bad">{t("told.markFailed")}</p>}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("told.failed")} onAgain={() => found.refetch()} />}
      {found.isSuccess && rows.length === 0 && (
        <p className="empty">{t(unread || kind ? "told.noneSuch" : "told.none")}</p>
      )}
      {rows.length > 0 && <NoticeList notices={rows} zone={zone} kinds={kinds} onOpen={follow} />}
      {found.hasNextPage && (
        <div className="more">
          <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {t("told.older")}
          </Button>
        </div>
      )}
    </section>
  );
}
