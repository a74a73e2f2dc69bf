import { shortMoment, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Notice } from "../api/notices.ts";

interface Props {
  notices: readonly Notice[];
  zone: string;
  kinds: ReadonlyMap<string, string>;
  onOpen: (notice: Notice) => void;
}

/** Notices one below the other; one that leads somewhere is a button. */
export function NoticeList({ notices, zone, kinds, onOpen }: Props) {
  return (
    <ul className="told-list">
      {notices.map((notice) => (
        <Row key={notice.id} notice={notice} zone={zone} kinds={kinds} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Row({ notice, zone, kinds, onOpen }: Omit<Props, "notices"> & { notice: Notice }) {
  const { t, i18n } = useTranslation();
  const tell = useWhen(zone);
  const words = i18n.language === "en" ? "en" : "zh";
  const unread = notice.read_at === null;
  return (
    <li className={unread ? "told unread" : "told"} data-kind={notice.kind}>
      <button type="button" onClick={() => onOpen(notice)}>
        <span className="told-title">
          {unread && (
            <>
              <i className="told-dot" aria-hidden="true" />
              <span className="visually-hidden">{t("told.isUnread")}</span>
            </>
          )}
          {notice.title[words]}
        </span>
        {notice.body[words] && <span className="told-body">{notice.body[words]}</span>}
        {notice.answer && (
          <span className="told-body">
            {t("told.answered", {
              answer: notice.answer.text[words],
              by: notice.answer.by ?? t("told.somebody"),
            })}
          </span>
        )}
        <span className="meta num">
          {kinds.get(notice.kind) ?? notice.kind}
          {" · "}
          {tell(notice.created_at)}
          <Sent notice={notice} zone={zone} />
          <Mailed notice={notice} zone={zone} />
        </span>
      </button>
    </li>
  );
}

/** How WeCom's door stands, where there is something to say. */
function Sent({ notice, zone }: { notice: Notice; zone: string }) {
  const { t } = useTranslation();
  switch (notice.state) {
    case "none":
      return null;
    case "waiting":
      return notice.due_at && notice.reason ? (
        <>
          {" · "}
          {t(`told.waits.${notice.reason}`, { when: shortMoment(notice.due_at, zone) })}
        </>
      ) : (
        <>
          {" · "}
          {t("told.soon")}
        </>
      );
    case "refused": {
      const [why = "", code = ""] = (notice.reason ?? "").split(/: (.*)/);
      const known = KNOWN.has(why);
      return (
        <span className="told-bad">
          {" · "}
          {known
            ? t(`told.refused.${why}`, { code })
            : t("told.refused.other", { reason: notice.reason ?? "" })}
        </span>
      );
    }
    default:
      return (
        <>
          {" · "}
          {t(`told.states.${notice.state}`)}
        </>
      );
  }
}

/** The same of the mail's door. */
function Mailed({ notice, zone }: { notice: Notice; zone: string }) {
  const { t } = useTranslation();
  const { mail_state: state, mail_reason: reason, mail_due_at: due } = notice;
  if (state === "none") return null;
  if (state === "waiting" && due && reason) {
    const why = reason === "quiet" || reason === "hour" ? reason : "again";
    return <> · {t(`byDoor.state.${why}`, { when: shortMoment(due, zone) })}</>;
  }
  if (state !== "refused") return <> · {t(`byDoor.state.${state}`)}</>;
  return (
    <span className="told-bad">
      {" · "}
      {t("byDoor.state.refused", {
        reason: MAIL_KNOWN.has(reason ?? "") ? t(`byDoor.reasons.${reason}`) : reason,
      })}
    </span>
  );
}

const MAIL_KNOWN = new Set(["member_left", "no_address", "no_server", "too_late"]);

const KNOWN = new Set([
  "member_left",
  "no_app",
  "no_permission",
  "not_in_range",
  "not_sendable",
  "too_late",
]);
