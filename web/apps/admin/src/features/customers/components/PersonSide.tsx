import { Link } from "@tanstack/react-router";
import { dateTime, fullMoment, initial, nothing, State, useWhen } from "@yutang/ui";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Profile } from "../api/profile.ts";
import { toneOf } from "./state.ts";

interface Part {
  person: Profile;
  zone: string;
}

const LIVING = ["friend", "half"];

/** Who looks after him, and who did before: the history of his service. */
export function Owners({
  person,
  zone,
  onHandOver,
}: Part & { onHandOver?: ((staff: number) => void) | undefined }) {
  const { t } = useTranslation();
  const now = person.follows.filter((follow) => LIVING.includes(follow.state));
  const before = person.follows.filter((follow) => !LIVING.includes(follow.state));
  return (
    <section>
      <h2>{t("customers.page.owners")}</h2>
      {now.length === 0 && <p className="meta">{t("customers.page.noOwners")}</p>}
      {now.map((follow) => (
        <Owner key={follow.staff_id} follow={follow} zone={zone} onHandOver={onHandOver} />
      ))}
      {before.length > 0 && <h3 className="owners-before">{t("customers.page.ownersBefore")}</h3>}
      {before.map((follow) => (
        <Owner key={follow.staff_id} follow={follow} zone={zone} />
      ))}
    </section>
  );
}

interface OwnerProps {
  follow: Profile["follows"][number];
  zone: string;
  onHandOver?: ((staff: number) => void) | undefined;
}

function Owner({ follow, zone, onHandOver }: OwnerProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const ended = !LIVING.includes(follow.state);
  return (
    <div className="owner">
      <span className="avatar" aria-hidden="true">
        {initial(follow.staff_name)}
      </span>
      <span>
        {follow.staff_name}
        {follow.staff_left && <Tag>{t("customers.page.left")}</Tag>}
        <span className="meta">
          <State
            tone={ended ? "off" : toneOf(follow.state)}
            word={t(`customers.relation.${follow.state}`)}
          />
        </span>
      </span>
      <span className="owner-end">
        <span
          className="meta num"
          title={fullMoment(ended ? follow.changed_at : follow.added_at, zone)}
        >
          {ended
            ? t("customers.page.until", { time: tell(follow.changed_at) })
            : t("customers.page.since", { time: tell(follow.added_at) })}
        </span>
        {onHandOver && follow.state === "friend" && (
          <button
            type="button"
            className="link"
            aria-label={t("customers.page.handOverFrom", { name: follow.staff_name })}
            onClick={() => onHandOver(follow.staff_id)}
          >
            {t("customers.page.handOver")}
          </button>
        )}
      </span>
    </div>
  );
}

/** Whether the customer spoke up: the corp's number of own messages; "–" and why where none tell. */
export function Activation({ person: { activation }, zone }: Part) {
  const { t } = useTranslation();
  const { activated, needed, messages_at_least: heard, at, as_of: asOf, reason } = activation;
  return (
    <section>
      <h2>{t("customers.activation.title")}</h2>
      <p className="activation">
        {activated === null ? (
          nothing
        ) : (
          <State
            tone={activated ? "ok" : "off"}
            word={t(activated ? "customers.activation.yes" : "customers.activation.no")}
          />
        )}
        <span className="meta num" title={asOf ? fullMoment(asOf, zone) : undefined}>
          {activated
            ? t("customers.activation.reached", {
                count: needed,
                time: at ? dateTime(at, zone) : nothing,
              })
            : t(`customers.activation.${reason ?? "short"}`, { count: needed, heard: heard ?? 0 })}
        </span>
      </p>
    </section>
  );
}

/** Where the person first came from, which never moves; below it where he came back from. */
export function Origin({ person, zone }: Part) {
  const { t } = useTranslation();
  const first = person.credit?.first;
  const last = person.credit?.last;
  const channelOf = (state: string | null | undefined) =>
    person.channels.find((one) => one.state === state)?.channel;
  const channel = channelOf(first?.channel ?? person.first_added_channel);
  const at = first?.at ?? person.first_added_at;
  const way =
    first?.way ??
    person.follows.find((one) => one.staff_id === person.first_added_staff_id)?.add_way;
  return (
    <section>
      <h2>{t("customers.page.origin")}</h2>
      <dl className="facts">
        <dt>{t("customers.page.channel")}</dt>
        <dd>
          {channel ? (
            <Link to="/codes/$id" params={{ id: String(channel.id) }}>
              {channel.name}
            </Link>
          ) : (
            nothing
          )}
        </dd>
        <dt>{t("customers.page.way")}</dt>
        <dd>
          {way == null ? nothing : t([`customers.ways.${way}`, "customers.ways.other"], { way })}
        </dd>
        <dt>{t("customers.page.addedAt")}</dt>
        <dd className="num">
          {at ? <span title={fullMoment(at, zone)}>{dateTime(at, zone)}</span> : nothing}
        </dd>
        {person.credit && person.credit.returned_at.length > 0 && (
          <>
            <dt>{t("customers.page.returned")}</dt>
            <dd className="num">
              {person.credit.returned_at
                .map((moment) => dateTime(moment, zone))
                .join(t("common.comma"))}
            </dd>
          </>
        )}
        {last && first && last.at !== first.at && (
          <>
            <dt>{t("customers.page.lastAdded")}</dt>
            <dd className="num">
              {[dateTime(last.at, zone), channelOf(last.channel)?.name].filter(Boolean).join(" · ")}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
