import { count, nothing } from "@yutang/ui";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Detail } from "../api/groups.ts";
import { WatchPanel } from "./WatchPanel.tsx";

interface Props {
  group: Detail;
  zone: string;
  mayWrite: boolean;
  onProfile: () => void;
}

const SCENES = ["code", "link", "invited", "unknown"] as const;
const WHOLE = 100;

/** Beside the tabs: what it is for, how its persons came in, who runs it, what it announces. */
export function GroupSide({ group, zone, mayWrite, onProfile }: Props) {
  const { t } = useTranslation();
  const all = SCENES.reduce((sum, scene) => sum + group.scenes[scene], 0);
  return (
    <aside className="group-side">
      <WatchPanel group={group} zone={zone} mayWrite={mayWrite} />
      <section>
        <div className="group-part">
          <h2>{t("groups.tabs.profile")}</h2>
          <Button type="link" size="small" onClick={onProfile}>
            {t("groups.profile.open")}
          </Button>
        </div>
        <dl className="facts">
          <dt>{t("groups.profile.kind")}</dt>
          <dd>{group.kind ? t(`groups.kinds.${group.kind}`) : nothing}</dd>
          <dt>{t("groups.profile.tier")}</dt>
          <dd>{group.tier ? t(`groups.tiers.${group.tier}`) : nothing}</dd>
          <dt>{t("groups.profile.aim")}</dt>
          <dd>{group.aim || nothing}</dd>
          <dt>{t("groups.profile.labels")}</dt>
          <dd className="group-labels">
            {group.labels.length === 0
              ? nothing
              : group.labels.map((label) => (
                  <Tag key={label} variant="filled">
                    {label}
                  </Tag>
                ))}
          </dd>
        </dl>
      </section>
      <section>
        <h2>{t("groups.scenes.title")}</h2>
        {all === 0 ? (
          <p className="meta">{t("groups.scenes.none")}</p>
        ) : (
          <ul className="group-scenes">
            {SCENES.map((scene) => {
              const n = group.scenes[scene];
              const share = Math.round((n / all) * WHOLE);
              const name = t(`groups.scenes.${scene}`);
              return (
                <li key={scene}>
                  <span>{name}</span>
                  <Bar percent={share} label={name} />
                  <span className="num">{count(n)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section>
        <h2>{t("groups.admins")}</h2>
        <p>
          {group.admins.length === 0
            ? nothing
            : group.admins.map((one) => one.name).join(t("common.comma"))}
        </p>
      </section>
      <section>
        <h2>{t("groups.notice")}</h2>
        <p className="group-notice">{group.notice || nothing}</p>
      </section>
    </aside>
  );
}
