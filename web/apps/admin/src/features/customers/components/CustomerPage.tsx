import { Link } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { clock, dateTime, fullMoment, initial, nothing, State, useWhen } from "@yutang/ui";
import { Alert, App, Button, Dropdown, Skeleton, Tooltip } from "antd";
import { ChevronLeft, Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type LifeKind, type Profile, useCustomer } from "../api/customers.ts";
import { LifeList } from "./LifeList.tsx";
import { toneOf } from "./state.ts";
import "./customers.css";

interface Props {
  id: number;
  zone: string;
  kind: LifeKind | undefined;
  onKind: (kind: LifeKind | undefined) => void;
}

export function CustomerPage({ id, zone, kind, onKind }: Props) {
  const { t } = useTranslation();
  const customer = useCustomer(id);
  const unknown = customer.error instanceof ProblemError && customer.error.problem.status === 404;
  return (
    <>
      <Link to="/customers" className="back">
        <ChevronLeft size={14} aria-hidden="true" />
        {t("customers.page.back")}
      </Link>
      {customer.isPending && <Skeleton active avatar paragraph={{ rows: 8 }} />}
      {customer.isError && (
        <Alert
          type={unknown ? "warning" : "error"}
          showIcon
          title={unknown ? t("customers.page.unknown") : t("customers.loadFailed")}
          action={
            !unknown && <Button onClick={() => customer.refetch()}>{t("common.again")}</Button>
          }
        />
      )}
      {customer.data && (
        <>
          <Head person={customer.data} zone={zone} />
          <div className="person">
            <LifeList id={id} zone={zone} kind={kind} onKind={onKind} />
            <aside className="person-side">
              <Tags person={customer.data} zone={zone} />
              <Owners person={customer.data} zone={zone} />
              <Origin person={customer.data} zone={zone} />
              <Identity person={customer.data} />
            </aside>
          </div>
        </>
      )}
    </>
  );
}

interface Part {
  person: Profile;
  zone: string;
}

function Head({ person, zone }: Part) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const name = person.name || t("customers.nameless");
  const remarks = [...new Set(person.follows.map((follow) => follow.remark).filter(Boolean))];
  return (
    <header className="person-head">
      <span className="avatar" aria-hidden="true">
        {initial(name)}
      </span>
      <div>
        <h1>
          {name}
          {person.platform === "wecom" ? (
            <span className="from-wecom">
              {person.company ? `@${person.company}` : t("customers.wecomTag")}
            </span>
          ) : (
            <span className="from-wechat">{t("customers.wechat")}</span>
          )}
        </h1>
        <p className="meta num">
          <State tone={toneOf(person.state)} word={t(`customers.states.${person.state}`)} />
          {[remarks.join(" · "), person.phones.join(" · ")]
            .filter(Boolean)
            .map((text) => ` | ${text}`)
            .join("")}
          {` | ${t("common.asOf", { time: clock(person.as_of, zone) })}`}
        </p>
      </div>
      {person.external_id && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [{ key: "copy", label: t("customers.page.copyId") }],
            onClick: async () => {
              await navigator.clipboard.writeText(person.external_id ?? "");
              message.success(t("customers.page.copied"));
            },
          }}
        >
          <Button
            className="person-more"
            aria-label={t("customers.page.copyId")}
            icon={<Ellipsis size={16} aria-hidden="true" />}
          />
        </Dropdown>
      )}
    </header>
  );
}

/** Each tag says who put it there and when, on hover and on focus. */
function Tags({ person, zone }: Part) {
  const { t } = useTranslation();
  const living = person.follows.filter((follow) => ["friend", "half"].includes(follow.state));
  const tags = living.flatMap((follow) => follow.tags.map((tag) => ({ ...tag, follow })));
  const once = [...new Map(tags.map((tag) => [tag.id, tag])).values()];
  return (
    <section>
      <h2>{t("customers.page.tags")}</h2>
      {once.length === 0 ? (
        <p className="meta">{t("customers.page.noTags")}</p>
      ) : (
        <ul className="tag-rows">
          {once.map((tag) => (
            <li key={tag.id}>
              <Tooltip
                trigger={["hover", "focus"]}
                title={
                  <>
                    <div>
                      {t(`customers.page.tagBy.${tag.added_by.split(":")[0]}`)} ·{" "}
                      {tag.follow.staff_name}
                    </div>
                    <div>{fullMoment(tag.added_at, zone)}</div>
                    {tag.error && <div>{t("customers.page.tagRefused", { error: tag.error })}</div>}
                    {!tag.mirrored && !tag.error && <div>{t("customers.page.tagWaiting")}</div>}
                  </>
                }
              >
                <button
                  type="button"
                  className={tag.error ? "refused-tag" : tag.mirrored ? "" : "waiting-tag"}
                >
                  {tag.name}
                </button>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Owners({ person, zone }: Part) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <section>
      <h2>{t("customers.page.owners")}</h2>
      {person.follows.length === 0 && <p className="meta">{t("customers.page.noOwners")}</p>}
      {person.follows.map((follow) => {
        const ended = !["friend", "half"].includes(follow.state);
        return (
          <div key={follow.staff_id} className="owner">
            <span className="avatar" aria-hidden="true">
              {initial(follow.staff_name)}
            </span>
            <span>
              {follow.staff_name}
              <span className="meta">
                <State
                  tone={ended ? "off" : toneOf(follow.state)}
                  word={t(`customers.relation.${follow.state}`)}
                />
              </span>
            </span>
            <span
              className="meta num"
              title={fullMoment(ended ? follow.changed_at : follow.added_at, zone)}
            >
              {ended
                ? t("customers.page.until", { time: tell(follow.changed_at) })
                : t("customers.page.since", { time: tell(follow.added_at) })}
            </span>
          </div>
        );
      })}
    </section>
  );
}

function Origin({ person, zone }: Part) {
  const { t } = useTranslation();
  const channel = person.channels.find((one) => one.state === person.first_added_channel)?.channel;
  const way = person.follows.find((one) => one.staff_id === person.first_added_staff_id)?.add_way;
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
          {person.first_added_at ? (
            <span title={fullMoment(person.first_added_at, zone)}>
              {dateTime(person.first_added_at, zone)}
            </span>
          ) : (
            nothing
          )}
        </dd>
      </dl>
    </section>
  );
}

function Identity({ person }: { person: Profile }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("customers.page.identity")}</h2>
      <dl className="facts">
        <dt>{t("customers.page.phone")}</dt>
        <dd className="num">{person.phones.join(" · ") || t("customers.page.noPhone")}</dd>
        <dt>{t("customers.page.gender")}</dt>
        <dd>{person.gender ? t(`customers.page.genders.${person.gender}`) : nothing}</dd>
        <dt>{t("customers.page.company")}</dt>
        <dd>{person.company || nothing}</dd>
        <dt>{t("customers.page.groups")}</dt>
        <dd>
          <Tooltip trigger={["hover", "focus"]} title={t("customers.page.groupsWhy")}>
            <button type="button" className="link" aria-label={t("customers.page.groupsWhy")}>
              {nothing}
            </button>
          </Tooltip>
        </dd>
      </dl>
    </section>
  );
}
