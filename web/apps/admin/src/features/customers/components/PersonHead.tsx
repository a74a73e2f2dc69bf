import { clock, fullMoment, initial, State, useWhen } from "@yutang/ui";
import { App, Button, Dropdown } from "antd";
import { Ellipsis, NotebookPen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Profile, useOpenPhones } from "../api/profile.ts";
import type { May } from "./may.ts";
import { RefusalDialog } from "./RefusalDialog.tsx";
import { StageChoice } from "./StageChoice.tsx";
import { toneOf } from "./state.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  may: May;
  onFollow: () => void;
}

export function PersonHead({ person, zone, may, onFollow }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useWhen(zone);
  const [refusing, setRefusing] = useState(false);
  const name = person.name || t("customers.nameless");
  const remarks = [...new Set(person.follows.map((follow) => follow.remark).filter(Boolean))];
  const refused = person.marketing_refused_at;
  const items = [
    ...(person.external_id ? [{ key: "copy", label: t("customers.page.copyId") }] : []),
    ...(may.write
      ? [{ key: "refuse", label: t(refused ? "customers.refusal.allow" : "customers.refusal.act") }]
      : []),
  ];
  return (
    <>
      <header className="person-head">
        <span className="avatar" aria-hidden="true">
          {initial(name)}
        </span>
        <div className="person-who">
          <h1>
            <span className="person-name" title={name}>
              {name}
            </span>
            {person.state !== "visitor" && person.state !== "lead" && (
              <span className={person.platform === "wecom" ? "from-wecom" : "from-wechat"}>
                {person.platform !== "wecom"
                  ? t("customers.wechat")
                  : person.company
                    ? `@${person.company}`
                    : t("customers.wecomTag")}
              </span>
            )}
            <StageChoice person={person} zone={zone} may={may} />
          </h1>
          <p className="meta num">
            <State tone={toneOf(person.state)} word={t(`customers.states.${person.state}`)} />
            {remarks.length > 0 && <span>{remarks.join(" · ")}</span>}
            {person.phones.length > 0 && <Phones person={person} may={may} />}
            <span>{t("common.asOf", { time: clock(person.as_of, zone) })}</span>
          </p>
        </div>
        <div className="person-acts">
          {may.write && (
            <Button
              type="primary"
              icon={<NotebookPen size={14} aria-hidden="true" />}
              onClick={onFollow}
            >
              {t("customers.follow.write")}
            </Button>
          )}
          {items.length > 0 && (
            <Dropdown
              trigger={["click"]}
              menu={{
                items,
                onClick: async ({ key }) => {
                  if (key === "refuse") return setRefusing(true);
                  await navigator.clipboard.writeText(person.external_id ?? "");
                  message.success(t("customers.page.copied"));
                },
              }}
            >
              <Button
                aria-label={t("customers.page.more")}
                icon={<Ellipsis size={16} aria-hidden="true" />}
              />
            </Dropdown>
          )}
        </div>
      </header>
      {refused && (
        <p className="person-refused" title={fullMoment(refused, zone)}>
          {t("customers.page.refused", { time: tell(refused) })}
        </p>
      )}
      {refusing && (
        <RefusalDialog id={person.id} refused={!refused} onClose={() => setRefusing(false)} />
      )}
    </>
  );
}

/** Masked until somebody with the right asks; that he did is on record. */
function Phones({ person, may }: { person: Profile; may: May }) {
  const { t } = useTranslation();
  const open = useOpenPhones(person.id);
  const trouble = useTrouble();
  const shown = open.data?.phones.map((phone) =>
    phone.replace(/^(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3"),
  );
  return (
    <span>
      {(shown ?? person.phones).join(" · ")}
      {may.phones && !shown && (
        <Button
          type="link"
          size="small"
          loading={open.isPending}
          onClick={() => open.mutate(undefined, { onError: trouble })}
          title={t("customers.page.phoneAudited")}
        >
          {t("customers.page.showPhone")}
        </Button>
      )}
    </span>
  );
}
