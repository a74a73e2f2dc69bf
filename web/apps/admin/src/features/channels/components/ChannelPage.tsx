import { ProblemError } from "@yutang/api";
import { count, State } from "@yutang/ui";
import { Alert, Button, Descriptions, Skeleton, Tabs, Tag } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Channel, useChannel, useRetryChannel } from "../api/channels.ts";
import { channelTones } from "./ChannelsPage.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { PhonePreview } from "./PhonePreview.tsx";
import { PageLink } from "./page/PageLink.tsx";
import { SharesTab } from "./page/SharesTab.tsx";
import { SheetTab } from "./SheetTab.tsx";
import { StatisticsTab } from "./StatisticsTab.tsx";
import "./channels.css";

export const TABS = ["code", "rota", "shares", "sheet", "snippets", "statistics"] as const;
export type Tab = (typeof TABS)[number];

interface Props {
  id: number;
  company: string;
  zone: string;
  tab: Tab;
  days: number;
  /** Who is on when, of another feature. */
  rota: ReactNode;
  /** What to paste where. */
  snippets: (name: string, address: string | null) => ReactNode;
  onTab: (tab: Tab, days: number) => void;
  onCustomers: (id: number) => void;
  onEdit: (id: number) => void;
  onCopy: (id: number) => void;
  onGone: () => void;
  /** What it cost, below its statistics. */
  costs?: ReactNode;
}

export function ChannelPage(props: Props) {
  const { t } = useTranslation();
  const channel = useChannel(props.id);
  if (channel.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (channel.isError) {
    const gone = channel.error instanceof ProblemError && channel.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "channels.notFound" : "channels.loadFailed")}
        action={<Button onClick={props.onGone}>{t("channels.back")}</Button>}
      />
    );
  }
  return <Details {...props} channel={channel.data} />;
}

function Details({ channel, ...props }: Props & { channel: Channel }) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{channel.name}</h1>
          <State
            tone={channelTones[channel.status]}
            word={t(`channels.status.${channel.status}`)}
          />
        </div>
        <div className="acts">
          <Button onClick={() => props.onCopy(channel.id)}>{t("channels.copy")}</Button>
          <Button type="primary" onClick={() => props.onEdit(channel.id)}>
            {t("channels.edit")}
          </Button>
        </div>
      </header>
      {channel.status === "failed" && <Failed channel={channel} />}
      <Tabs
        activeKey={props.tab}
        onChange={(tab) => props.onTab(TABS.find((one) => one === tab) ?? "code", props.days)}
        items={TABS.filter((key) => key !== "shares" || channel.kind === "page").map((key) => ({
          key,
          label: t(key === "shares" ? "pagecodes.tab" : `channels.tabs.${key}`),
          disabled: key === "sheet" && !channel.qr_content,
        }))}
      />
      {props.tab === "code" && <CodeTab channel={channel} company={props.company} />}
      {props.tab === "rota" && props.rota}
      {props.tab === "sheet" && channel.qr_content && <SheetTab channel={channel} />}
      {props.tab === "shares" && channel.kind === "page" && (
        <SharesTab
          id={channel.id}
          zone={props.zone}
          days={props.days}
          onDays={(days) => props.onTab("shares", days)}
        />
      )}
      {props.tab === "snippets" && props.snippets(channel.name, channel.qr_content)}
      {props.tab === "statistics" && (
        <StatisticsTab
          id={channel.id}
          zone={props.zone}
          days={props.days}
          onDays={(days) => props.onTab("statistics", days)}
          onCustomers={() => props.onCustomers(channel.id)}
        />
      )}
      {props.tab === "statistics" && props.costs}
      <footer className="danger">
        <Button danger onClick={() => setDeleting(true)}>
          {t("channels.delete")}
        </Button>
      </footer>
      {deleting && (
        <DeleteDialog channel={channel} onClose={() => setDeleting(false)} onGone={props.onGone} />
      )}
    </>
  );
}

/** WeCom's refusal in words where its number is known, and the way on. */
function Failed({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  const retry = useRetryChannel(channel.id);
  const code = /answered (\d+)/.exec(channel.error ?? "")?.[1] ?? "left";
  const reason = `channels.reasons.${code}`;
  return (
    <Alert
      type="error"
      showIcon
      title={t(channel.config_id ? "channels.updateFailed" : "channels.failed")}
      description={i18n.exists(reason) ? t(reason) : channel.error}
      action={
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          {t("common.again")}
        </Button>
      }
    />
  );
}

function CodeTab({ channel, company }: { channel: Channel; company: string }) {
  const { t } = useTranslation();
  const parts = channel.welcome?.attachments ?? [];
  const link = parts.find((part) => part.kind === "link");
  const picture = parts.some((part) => part.kind === "image") ? "" : undefined;
  return (
    <div className="code">
      <section className="code-picture">
        {channel.qr_content ? (
          <>
            <img
              src={`/api/channels/${channel.id}/qr.png?size=480`}
              alt={t("channels.qrOf", { name: channel.name })}
              width={240}
              height={240}
            />
            <div className="code-files">
              <a
                href={`/api/channels/${channel.id}/qr.png?size=1200`}
                download={`${channel.name}.png`}
              >
                {t("channels.png")}
              </a>
              <a href={`/api/channels/${channel.id}/qr.svg`} download={`${channel.name}.svg`}>
                {t("channels.svg")}
              </a>
            </div>
            {channel.kind === "page" ? (
              <PageLink id={channel.id} />
            ) : (
              <p className="meta code-content">{channel.qr_content}</p>
            )}
          </>
        ) : (
          <div className="code-wait">{t("channels.waiting")}</div>
        )}
      </section>
      <Descriptions
        column={1}
        items={[
          {
            key: "staff",
            label: t("channels.columns.staff"),
            children: channel.staff
              .map((one) =>
                one.left ? t("channels.picker.nameLeft", { name: one.name }) : one.name,
              )
              .join(t("common.comma")),
          },
          {
            key: "pick",
            label: t("channels.picks"),
            children:
              channel.kind === "page"
                ? t("pagecodes.picks", { n: channel.staff.length })
                : t(channel.staff.length === 1 ? "channels.picksOne" : "channels.picksMany", {
                    n: channel.staff.length,
                  }),
          },
          {
            key: "tags",
            label: t("channels.columns.tags"),
            children:
              channel.tags.length > 0
                ? channel.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)
                : t("channels.noTags"),
          },
          {
            key: "total",
            label: t("channels.columns.total"),
            children: count(channel.adds_total),
          },
        ]}
      />
      {channel.welcome && (
        <PhonePreview
          text={channel.welcome.text ?? ""}
          picture={picture}
          link={
            link && "title" in link
              ? { title: link.title, description: link.description ?? "" }
              : undefined
          }
          staffName={channel.staff[0]?.name}
          company={company}
        />
      )}
    </div>
  );
}
