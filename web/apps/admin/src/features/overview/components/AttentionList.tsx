import { Link, type LinkProps, linkOptions } from "@tanstack/react-router";
import { count, dayOf, nothing, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Overview } from "../api/overview.ts";

type Attention = Overview["attention"][number];

interface Props {
  attention: readonly Attention[];
  zone: string;
  /** Called when one is followed: a panel that holds the list closes. */
  onFollow?: () => void;
}

const tones: Record<Attention["key"], string> = {
  dead_letters: "bad",
  failed_codes: "bad",
  missed_welcomes: "warn",
  refused_tags: "warn",
  room_short: "warn",
};

export function AttentionList(props: Props) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t("shell.notices")}</h2>
      <Notices {...props} />
    </section>
  );
}

/** What waits for a person: each with its reason and one act. */
export function Notices({ attention, zone, onFollow }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (attention.length === 0) return <p className="empty">{t("shell.noNotices")}</p>;
  return (
    <ul className="notices">
      {attention.map((one) => (
        <li key={one.key}>
          <i className={`dot ${tones[one.key]}`} aria-hidden="true" />
          <span>
            {t(`notices.${one.key}.title`, { count: one.count, n: count(one.count) })}
            <span className="meta">
              {t(`notices.${one.key}.why`, { since: one.since ? tell(one.since) : nothing })}
            </span>
          </span>
          <Follow notice={one} onFollow={onFollow} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

interface FollowProps {
  notice: Attention;
  onFollow: (() => void) | undefined;
  zone: string;
}

function Follow({ notice, onFollow, zone }: FollowProps) {
  const { t } = useTranslation();
  const words = t(`notices.${notice.key}.act`);
  const oldest = notice.since ? dayOf(notice.since, zone) : undefined;
  const targets: Record<Attention["key"], LinkProps> = {
    dead_letters: linkOptions({ to: "/settings/callbacks", search: { status: "dead" } }),
    failed_codes: linkOptions({ to: "/codes", search: { status: "failed" } }),
    missed_welcomes: linkOptions({ to: "/welcomes", search: { on: oldest } }),
    refused_tags: linkOptions({ to: "/customers" }),
    room_short: linkOptions({ to: "/settings/room" }),
  };
  return (
    <Link
      {...targets[notice.key]}
      {...(onFollow ? { onClick: onFollow } : {})}
      aria-label={`${words}: ${t(`notices.${notice.key}.title`, { count: notice.count, n: count(notice.count) })}`}
    >
      {words}
    </Link>
  );
}
