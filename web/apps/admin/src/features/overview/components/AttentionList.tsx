import { Link } from "@tanstack/react-router";
import { count, nothing } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Overview } from "../api/overview.ts";

type Attention = Overview["attention"][number];

interface Props {
  attention: readonly Attention[];
  tell: (moment: string) => string;
  /** Called when one is followed: a panel that holds the list closes. */
  onFollow?: () => void;
}

const tones: Record<Attention["key"], string> = {
  dead_letters: "bad",
  failed_codes: "bad",
  missed_welcomes: "warn",
  refused_tags: "warn",
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
export function Notices({ attention, tell, onFollow }: Props) {
  const { t } = useTranslation();
  if (attention.length === 0) return <p className="empty">{t("shell.noNotices")}</p>;
  return (
    <ul className="notices">
      {attention.map((one) => (
        <li key={one.key}>
          <i className={`dot ${tones[one.key]}`} aria-hidden="true" />
          <span>
            {t(`notices.${one.key}.title`, { n: count(one.count) })}
            <span className="meta">
              {t(`notices.${one.key}.why`, { since: one.since ? tell(one.since) : nothing })}
            </span>
          </span>
          <Follow notice={one} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  );
}

function Follow({ notice, onFollow }: { notice: Attention; onFollow: (() => void) | undefined }) {
  const { t } = useTranslation();
  const words = t(`notices.${notice.key}.act`);
  const more = {
    ...(onFollow ? { onClick: onFollow } : {}),
    "aria-label": `${words}: ${t(`notices.${notice.key}.title`, { n: count(notice.count) })}`,
  };
  if (notice.key === "dead_letters") {
    return (
      <Link to="/settings/callbacks" search={{ status: "dead" }} {...more}>
        {words}
      </Link>
    );
  }
  if (notice.key === "failed_codes") {
    return (
      <Link to="/codes" {...more}>
        {words}
      </Link>
    );
  }
  if (notice.key === "missed_welcomes") {
    return (
      <Link to="/welcomes" search={{ outcome: "failed" }} {...more}>
        {words}
      </Link>
    );
  }
  return (
    <Link to="/customers" {...more}>
      {words}
    </Link>
  );
}
