import { ProblemError } from "@yutang/api";
import { count, State } from "@yutang/ui";
import { Alert, App, Button, Descriptions, Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { type Channel, useChannel, useDeleteChannel } from "../api/channels.ts";
import { channelTones } from "./ChannelsPage.tsx";
import { PhonePreview } from "./PhonePreview.tsx";

interface Props {
  id: number;
  company: string;
  onAdds: (id: number) => void;
  onGone: () => void;
}

export function ChannelPage({ id, company, onAdds, onGone }: Props) {
  const { t } = useTranslation();
  const channel = useChannel(id);
  if (channel.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (channel.isError) {
    const gone = channel.error instanceof ProblemError && channel.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "channels.notFound" : "channels.loadFailed")}
        action={<Button onClick={onGone}>{t("channels.back")}</Button>}
      />
    );
  }
  return <Details channel={channel.data} company={company} onAdds={onAdds} onGone={onGone} />;
}

function Details({ channel, company, onAdds, onGone }: Omit<Props, "id"> & { channel: Channel }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const remove = useDeleteChannel();
  const link = channel.welcome?.attachments?.find((part) => part.kind === "link");
  const ask = () =>
    modal.confirm({
      title: t("channels.deleteTitle", { name: channel.name }),
      content: t("channels.deleteBody", { n: count(channel.adds_total) }),
      okText: t("channels.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      autoFocusButton: "cancel",
      onOk: async () => {
        await remove.mutateAsync(channel.id);
        onGone();
      },
    });
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
        <Button onClick={() => onAdds(channel.id)}>
          {t("channels.seeAdds", { n: count(channel.adds_today) })}
        </Button>
      </header>
      {channel.status === "failed" && (
        <Alert type="error" showIcon title={t("channels.failed")} description={channel.error} />
      )}
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
              <p className="meta code-content">{channel.qr_content}</p>
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
              children: channel.staff.map((one) => one.name).join(t("common.comma")),
            },
            {
              key: "pick",
              label: t("channels.picks"),
              children: t(channel.staff.length === 1 ? "channels.picksOne" : "channels.picksMany", {
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
            picture={undefined}
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
      <footer className="danger">
        <Button danger onClick={ask}>
          {t("channels.delete")}
        </Button>
      </footer>
    </>
  );
}
