import { count, nothing } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { Exclusion, Preview } from "../api/reading.ts";
import { span, useSay, useWords } from "./words.ts";

interface Props {
  /** What still lacks before anything can be reckoned. */
  lack: "giver" | "what" | "takers" | null;
  preview: Preview | undefined;
  /** It is reckoned anew; the old numbers stand meanwhile. */
  old: boolean;
  error: unknown;
  mayWrite: boolean;
  onStart: () => void;
}

const ALSO_SAID = ["capacity", "hundred_a_call"];

/** What would happen, to how many, who not and why, before anything does. */
export function PreviewPanel({ lack, preview, old, error, mayWrite, onStart }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const shown = lack === null && !error ? preview : undefined;
  return (
    <aside className="handover-preview" aria-label={t("handovers.preview.title")}>
      <h2>{t("handovers.preview.title")}</h2>
      {lack !== null && <p className="meta">{t(`handovers.preview.lack.${lack}`)}</p>}
      {lack === null && Boolean(error) && <Alert type="error" showIcon title={words(error)} />}
      {lack === null && !error && !preview && mayWrite && (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
      {shown && <Found preview={shown} old={old} />}
      <Start preview={shown} old={old} mayWrite={mayWrite} onStart={onStart} />
    </aside>
  );
}

/** The numbers: how many can, why others cannot, who gets how many, and how long it takes. */
export function Found({ preview, old }: { preview: Preview; old: boolean }) {
  const { t } = useTranslation();
  const { customers, groups, takers } = preview;
  return (
    <div className={old ? "handover-found old" : "handover-found"} aria-live="polite">
      {customers.matching > 0 && (
        <>
          <dl className="handover-tiles num">
            <div>
              <dt>{t("handovers.preview.can")}</dt>
              <dd>{count(customers.can)}</dd>
            </div>
            <div>
              <dt>{t("handovers.preview.cannot")}</dt>
              <dd>{count(customers.matching - customers.can)}</dd>
            </div>
          </dl>
          <Reasons
            title={t("handovers.preview.whyCustomers")}
            items={customers.cannot}
            kind="people"
          />
        </>
      )}
      {customers.matching === 0 && groups.matching === 0 && <p>{t("handovers.preview.nobody")}</p>}
      {groups.matching > 0 && (
        <>
          <p className="num handover-line">
            {t("handovers.preview.groups", {
              count: groups.can,
              n: count(groups.can),
              all: count(groups.matching),
            })}
            <span className="meta">
              {groups.can > 0 &&
                (groups.days > 1
                  ? t("handovers.preview.days", { count: groups.days })
                  : t("handovers.preview.sameDay"))}
            </span>
          </p>
          <Reasons title={t("handovers.preview.whyGroups")} items={groups.cannot} kind="groups" />
        </>
      )}
      <table className="handover-split-table num">
        <caption className="visually-hidden">{t("handovers.preview.perTaker")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("handovers.people.taker")}</th>
            <th scope="col">{t("handovers.leavers.customers")}</th>
            <th scope="col">{t("handovers.leavers.groups")}</th>
          </tr>
        </thead>
        <tbody>
          {takers.map((one) => (
            <tr key={one.staff.id} data-taker={one.staff.id}>
              <th scope="row">
                <span className="cut" title={one.staff.name}>
                  {one.staff.name}
                </span>
              </th>
              <td>{customers.matching === 0 ? nothing : count(one.customers)}</td>
              <td>{groups.matching === 0 ? nothing : count(one.groups)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.leftover > 0 && (
        <p className="handover-warn num">
          {t("handovers.preview.leftover", {
            count: preview.leftover,
            n: count(preview.leftover),
          })}
        </p>
      )}
      {preview.calls > 0 && (
        <p className="meta num">
          {t("handovers.preview.calls", {
            count: preview.calls,
            n: count(preview.calls),
            eta: span(preview.eta_seconds, t),
          })}
        </p>
      )}
      <ul className="handover-rules meta">
        {preview.rules_said
          .filter((rule) => ALSO_SAID.includes(rule))
          .map((rule) => (
            <li key={rule}>{t(`handovers.rules.${rule}`)}</li>
          ))}
      </ul>
    </div>
  );
}

interface ReasonsProps {
  title: string;
  items: readonly Exclusion[];
  kind: "people" | "groups";
}

export function Reasons({ title, items, kind }: ReasonsProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="handover-reasons">
        {items.map((one) => (
          <li key={one.reason} data-reason={one.reason}>
            <span>{say(one.say)}</span>
            <span className="num">
              {t(`handovers.count.${kind}`, { count: one.count, n: count(one.count) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

type StartProps = Pick<Props, "preview" | "old" | "mayWrite" | "onStart">;

/** The button names what it does; where it cannot, it says why. */
function Start({ preview, old, mayWrite, onStart }: StartProps) {
  const { t } = useTranslation();
  const can = preview ? preview.customers.can + preview.groups.can : 0;
  const why = !mayWrite
    ? t("handovers.forbidden")
    : preview === undefined
      ? t("handovers.preview.notReady")
      : can === 0
        ? t("handovers.preview.nothingCan")
        : "";
  return (
    <footer className="handover-start">
      <Button type="primary" block disabled={why !== "" || old} title={why} onClick={onStart}>
        {preview && can > 0 ? startWords(preview, t) : t("handovers.start.act")}
      </Button>
      {why !== "" && <span className="meta">{why}</span>}
    </footer>
  );
}

/** "Hand over 3,980 customers and 12 groups". */
export function startWords(
  preview: Pick<Preview, "customers" | "groups">,
  t: ReturnType<typeof useTranslation>["t"],
): string {
  const people = preview.customers.can;
  const groups = preview.groups.can;
  const kind = people === 0 ? "groups" : groups === 0 ? "people" : "both";
  return t(`handovers.start.${kind}`, {
    count: kind === "groups" ? groups : people,
    people: count(people),
    groups: t("handovers.start.some", { count: groups, n: count(groups) }),
  });
}
