import { count } from "@yutang/ui";
import { App, Form, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useAddGroups, useGroupCount } from "../api/groupCodes.ts";
import { GroupSelect } from "./GroupSelect.tsx";
import { useProblem } from "./words.ts";

const MOST = 1000;
const WAYS = ["chosen", "found"] as const;
type Way = (typeof WAYS)[number];

/** Groups for the end of the queue: one by one, or all that a search finds. */
export function AddGroups({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblem();
  const [way, setWay] = useState<Way>("chosen");
  const [ids, setIds] = useState<number[]>([]);
  const [q, setQ] = useState("");
  const add = useAddGroups(id);
  const found = useGroupCount(q.trim()).data?.total;
  const n = way === "chosen" ? ids.length : q.trim() ? (found ?? 0) : 0;
  const submit = () =>
    add.mutate(way === "chosen" ? { group_ids: ids } : { search: { q: q.trim(), label: "" } }, {
      onSuccess: ({ added }) => {
        message.success(t("groupcodes.add.done", { n: added, count: added }));
        onClose();
      },
    });
  return (
    <ActDialog
      width={560}
      title={t("groupcodes.add.title")}
      act={n > 0 ? t("groupcodes.add.act", { n: count(n), count: n }) : t("groupcodes.add.open")}
      disabled={n === 0 || n > MOST}
      loading={add.isPending}
      trouble={
        add.isError
          ? say(add.error)
          : n > MOST
            ? t("groupcodes.problems.too_many_groups")
            : undefined
      }
      onAct={submit}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t("groupcodes.add.how")}>
          <Segmented<Way>
            aria-label={t("groupcodes.add.how")}
            value={way}
            onChange={setWay}
            options={WAYS.map((value) => ({ value, label: t(`groupcodes.add.${value}`) }))}
          />
        </Form.Item>
        {way === "chosen" ? (
          <Form.Item label={t("groupcodes.add.groups")} extra={t("groupcodes.add.groupsAbout")}>
            <GroupSelect label={t("groupcodes.add.groups")} value={ids} onChange={setIds} />
          </Form.Item>
        ) : (
          <Form.Item
            label={t("groupcodes.add.search")}
            htmlFor="gc-search"
            extra={
              q.trim() && found !== undefined
                ? t("groupcodes.add.foundCount", { n: count(found), count: found })
                : t("groupcodes.add.searchAbout")
            }
          >
            <Input
              id="gc-search"
              maxLength={60}
              value={q}
              onChange={(event) => setQ(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
    </ActDialog>
  );
}
