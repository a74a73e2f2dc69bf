import { Alert, Checkbox, Select, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useChooseMail } from "../api/doors.ts";
import {
  type Choices,
  type Door,
  type Kind,
  type Rules,
  useChangeRules,
  useChoose,
} from "../api/notices.ts";

const DOORS: readonly Door[] = ["wecom", "inbox", "off"];
const FOLLOW = "follow";

interface Props {
  choices: Choices;
  rules: Rules | undefined;
  mayChange: boolean;
}

/** A row for each kind: what I chose, and what the company's rule is. */
export function DoorTable({ choices, rules, mayChange }: Props) {
  const { t, i18n } = useTranslation();
  const choose = useChoose();
  const change = useChangeRules();
  const mail = useChooseMail();
  const words = i18n.language === "en" ? "en" : "zh";
  const name = (kind: Kind) => kind.title[words];
  const noMail = (kind: Kind): string | undefined => {
    if (!choices.mail.set_up) return t("byDoor.mail.notSetUp");
    if (!choices.mail.address) return t("byDoor.mail.noAddress");
    return (kind.own ?? kind.door) === "off" ? t("byDoor.mail.isOff") : undefined;
  };
  const doors = DOORS.map((value) => ({ value, label: t(`told.doors.${value}`) }));
  return (
    <>
      {(choose.isError || change.isError || mail.isError) && (
        <Alert type="error" showIcon title={t("told.page.notSaved")} />
      )}
      <Table<Kind>
        rowKey="kind"
        dataSource={choices.kinds}
        pagination={false}
        scroll={{ x: 480 }}
        columns={[
          { key: "kind", title: t("told.page.kind"), render: (_, kind) => name(kind) },
          {
            key: "own",
            title: t("told.page.own"),
            width: 260,
            render: (_, kind) => (
              <Select<Door | typeof FOLLOW>
                aria-label={t("told.page.ownOf", { kind: name(kind) })}
                className="told-door"
                value={kind.own ?? FOLLOW}
                onChange={(value) =>
                  choose.mutate({ kind: kind.kind, door: value === FOLLOW ? null : value })
                }
                options={[
                  {
                    value: FOLLOW,
                    label: t("told.page.follow", { door: t(`told.doors.${kind.door}`) }),
                  },
                  ...doors,
                ]}
              />
            ),
          },
          {
            key: "mail",
            title: t("byDoor.mail.column"),
            width: 80,
            render: (_, kind) => {
              const why = noMail(kind);
              return (
                <span title={why}>
                  <Checkbox
                    aria-label={t("byDoor.mail.of", { kind: name(kind) })}
                    checked={kind.mail}
                    disabled={why !== undefined && !(kind.mail && choices.mail.set_up)}
                    onChange={(event) =>
                      mail.mutate({ kind: kind.kind, mail: event.target.checked })
                    }
                  />
                </span>
              );
            },
          },
          ...(rules
            ? [
                {
                  key: "rule",
                  title: t("told.page.rule"),
                  width: 200,
                  render: (_: unknown, kind: Kind) =>
                    mayChange ? (
                      <Select<Door>
                        aria-label={t("told.page.ruleOf", { kind: name(kind) })}
                        className="told-door"
                        value={kind.door}
                        loading={change.isPending}
                        onChange={(door) =>
                          change.mutate({
                            version: rules.version,
                            change: { doors: { [kind.kind]: door } },
                          })
                        }
                        options={doors}
                      />
                    ) : (
                      t(`told.doors.${kind.door}`)
                    ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
