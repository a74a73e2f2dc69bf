import { count } from "@yutang/ui";
import { App, Form, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useStaffOptions } from "../../../shared/choices.ts";
import { OneOf } from "../../../shared/OneOf.tsx";
import type { Stay } from "../api/groups.ts";
import { type OwnRole, STAFF_ROLES, useSetInsider, useSetRoles } from "../api/watch.ts";
import { useWatchWords } from "./words.ts";

interface Props {
  group: number;
  picked: readonly Stay[];
  onDone: () => void;
  onClose: () => void;
}

const isUs = (stay: Stay) => stay.role !== "person" || stay.insider !== null;

/** What the picked ones are in this group: staff are staff, customers are customers. */
export function RolesDialog({ group, picked, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWatchWords();
  const change = useSetRoles(group);
  const [role, setRole] = useState<OwnRole | "none">("none");
  const staff = picked.filter((one) => one.role !== "person").length;
  const choices: (OwnRole | "none")[] =
    staff === picked.length
      ? [...STAFF_ROLES, "none"]
      : staff === 0 && !picked.some(isUs)
        ? ["core", "none"]
        : ["none"];
  const n = picked.filter((one) => (one.own_role ?? "none") !== role).length;
  return (
    <ActDialog
      title={t("groupwatch.roles.title", { count: picked.length, n: count(picked.length) })}
      act={t("groupwatch.roles.act", { count: n, n: count(n) })}
      disabled={n === 0}
      loading={change.isPending}
      trouble={change.error ? words(change.error) : undefined}
      onClose={onClose}
      onAct={() =>
        change.mutate(
          { members: picked.map((one) => one.member), role: role === "none" ? null : role },
          {
            onSuccess: ({ changed }) => {
              message.success(t("groupwatch.roles.done", { count: changed, n: count(changed) }));
              onDone();
            },
          },
        )
      }
    >
      <Radio.Group
        vertical
        aria-label={t("groupwatch.roles.name")}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={choices.map((value) => ({
          value,
          label: t(
            `groupwatch.roles.${value === "none" ? (staff > 0 ? "plainStaff" : "customer") : value}`,
          ),
        }))}
      />
      {choices.length === 1 && <p className="meta">{t("groupwatch.roles.mixed")}</p>}
      <p className="meta">{t("groupwatch.roles.noShills")}</p>
    </ActDialog>
  );
}

/** Whose own WeChat a person is. */
export function InsiderDialog({ stay, onClose }: { stay: Stay; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWatchWords();
  const change = useSetInsider();
  const [staff, setStaff] = useState<number | null>();
  const customer = stay.customer?.id;
  const name = stay.customer?.name || stay.name;
  return (
    <ActDialog
      title={t("groupwatch.insider.title", { name })}
      act={t(stay.insider && staff === null ? "groupwatch.insider.undo" : "groupwatch.insider.act")}
      disabled={staff === undefined || customer === undefined}
      loading={change.isPending}
      trouble={change.error ? words(change.error) : undefined}
      onClose={onClose}
      onAct={() => {
        if (customer !== undefined && staff !== undefined) {
          change.mutate({ customer_id: customer, staff_id: staff }, { onSuccess: onClose });
        }
      }}
    >
      <Form layout="vertical">
        <Form.Item label={t("groupwatch.insider.whose")} extra={t("groupwatch.insider.help")}>
          <OneOf
            useFound={useStaffOptions}
            label={t("groupwatch.insider.whose")}
            onChange={setStaff}
          />
        </Form.Item>
        {stay.insider && (
          <Radio checked={staff === null} onChange={() => setStaff(null)}>
            {t("groupwatch.insider.nobody")}
          </Radio>
        )}
      </Form>
    </ActDialog>
  );
}
