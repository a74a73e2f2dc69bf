import { count, nothing, State } from "@yutang/ui";
import { Alert, Button, Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Detail,
  fileHref,
  STEPS,
  type Steps,
  useInvitation,
  useResume,
  useStop,
} from "../api/tiers.ts";
import { PeopleList } from "./PeopleList.tsx";
import { type Conditions, RuleWords } from "./RuleEditor.tsx";
import { stateTones, useWords } from "./words.ts";

interface Props {
  id: number;
  zone: string;
  mayWrite: boolean;
  conditions: Conditions;
  onClose: () => void;
}

/** One round: how far people came, why not, through whom, where to. */
export function InvitationDrawer({ id, zone, mayWrite, conditions, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const found = useInvitation(id);
  const stop = useStop();
  const resume = useResume();
  const read = found.data;
  const trouble = stop.error ?? resume.error;
  const goes = read?.state === "preparing" || read?.state === "running";
  return (
    <Drawer
      open
      size={720}
      title={read?.name ?? ""}
      onClose={onClose}
      extra={
        read && <State tone={stateTones[read.state]} word={t(`grouptiers.states.${read.state}`)} />
      }
      footer={
        <div className="drawer-foot">
          {mayWrite && goes && (
            <Button loading={stop.isPending} onClick={() => stop.mutate(id)}>
              {t("grouptiers.invite.stop")}
            </Button>
          )}
          {mayWrite && (read?.state === "stopped" || read?.state === "failed") && (
            <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(id)}>
              {t("grouptiers.invite.resume")}
            </Button>
          )}
          <span className="drawer-gap" />
          <Button href={fileHref(id, i18n.language)}>{t("grouptiers.invite.export")}</Button>
        </div>
      }
    >
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && <Failed title={words(found.error)} onAgain={() => found.refetch()} />}
      {trouble && <Alert type="error" showIcon title={words(trouble)} />}
      {read && (
        <>
          {read.problem && (
            <Alert
              className="tier-alert"
              type={read.problem === "unknown" ? "warning" : "error"}
              showIcon
              title={t(`grouptiers.trouble.${read.problem}`)}
              description={read.said && t("grouptiers.invite.said", { said: read.said })}
            />
          )}
          {read.state === "preparing" && read.steps.chosen === 0 ? (
            <p className="meta">{t("grouptiers.detail.choosing")}</p>
          ) : (
            <>
              <Funnel steps={read.steps} />
              <p className="meta num">
                {t("grouptiers.detail.pace", {
                  cap: count(read.day_cap),
                  waiting: count(read.funnel.waiting ?? 0),
                  count: read.funnel.waiting ?? 0,
                })}
              </p>
            </>
          )}
          <Reasons read={read} />
          <h3>{t("grouptiers.detail.whom")}</h3>
          <p className="tier-words">
            <RuleWords rule={read.rule} conditions={conditions} />
          </p>
          <h3>{t("grouptiers.invite.text")}</h3>
          <blockquote className="tier-quote">{read.text}</blockquote>
          <Ways read={read} />
          <Members read={read} />
          <h3>{t("grouptiers.detail.people")}</h3>
          <PeopleList id={id} zone={zone} funnel={read.funnel} />
        </>
      )}
    </Drawer>
  );
}

function Funnel({ steps }: { steps: Steps }) {
  const { t } = useTranslation();
  const most = Math.max(steps.chosen, 1);
  return (
    <dl className="tier-funnel">
      {STEPS.map((step) => (
        <div key={step}>
          <dt>{t(`grouptiers.steps.${step}`)}</dt>
          <dd>
            <span className="tier-track" aria-hidden="true">
              <i style={{ width: `${(100 * steps[step]) / most}%` }} />
            </span>
            <b className="num">{count(steps[step])}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Reasons({ read }: { read: Detail }) {
  const { t } = useTranslation();
  if (read.reasons.length === 0) return null;
  return (
    <p className="meta num">
      {t("grouptiers.detail.skipped")}
      {read.reasons
        .map((one) => `${t(`grouptiers.reasons.${one.reason}`)} ${count(one.count)}`)
        .join(t("common.comma"))}
    </p>
  );
}

function Ways({ read }: { read: Detail }) {
  const { t } = useTranslation();
  const came = new Map(read.groups.map((one) => [one.group.id, one]));
  return (
    <>
      <h3>{t("grouptiers.detail.ways")}</h3>
      <ul className="tier-ways">
        {read.ways.map((way) => (
          <li key={way.part}>
            {way.qr_code ? (
              <img src={way.qr_code} alt={t("grouptiers.detail.code", { n: way.part })} />
            ) : (
              <span className="tier-nocode" title={t(`grouptiers.detail.way.${way.status}`)}>
                {nothing}
              </span>
            )}
            <div>
              <State
                tone={way.status === "failed" ? "bad" : way.has_room ? "ok" : "warn"}
                word={
                  way.status === "made"
                    ? t(way.has_room ? "grouptiers.detail.room" : "grouptiers.detail.noRoom")
                    : t(`grouptiers.detail.way.${way.status}`)
                }
              />
              {way.store_name && <p className="meta">{way.store_name}</p>}
              <ul>
                {way.groups.map((group) => {
                  const one = came.get(group.id);
                  return (
                    <li key={group.id}>
                      <a href={`/groups/${group.id}`}>{group.name || t("groups.nameless")}</a>{" "}
                      <span className="meta num">
                        {t("grouptiers.detail.came", {
                          n: count(one?.joined ?? 0),
                          still: count(one?.still_there ?? 0),
                        })}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Members({ read }: { read: Detail }) {
  const { t } = useTranslation();
  if (read.members.length === 0) return null;
  return (
    <>
      <h3>{t("grouptiers.detail.members")}</h3>
      <div className="tier-scroll">
        <table className="tier-table">
          <thead>
            <tr>
              <th>{t("grouptiers.detail.member")}</th>
              {STEPS.map((step) => (
                <th key={step} className="num">
                  {t(`grouptiers.steps.${step}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.members.map((one) => (
              <tr key={one.staff?.id ?? 0}>
                <td>{one.staff?.name ?? t("grouptiers.detail.nobody")}</td>
                {STEPS.map((step) => (
                  <td key={step} className="num">
                    {count(one.steps[step])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
