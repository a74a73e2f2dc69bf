import { fullMoment } from "@yutang/ui";
import { App, Button, Popover, Select, Tooltip } from "antd";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { type Profile, usePutTag, useTakeTag } from "../api/profile.ts";
import type { May } from "./may.ts";
import { useTrouble } from "./trouble.ts";

type Worn = Profile["tags"][number];
const UNDO_SECONDS = 10;

/** By group; each tag says who put it there, when and why, on hover and on focus. */
export function TagsCard({ person, zone, may }: { person: Profile; zone: string; may: May }) {
  const { t } = useTranslation();
  const groups = new Map<string, Worn[]>();
  for (const tag of person.tags) groups.set(tag.group, [...(groups.get(tag.group) ?? []), tag]);
  return (
    <section>
      <div className="part-head">
        <h2>{t("customers.page.tags")}</h2>
        {may.write && <PutTag person={person} />}
      </div>
      {groups.size === 0 && <p className="meta">{t("customers.page.noTags")}</p>}
      <dl className="facts">
        {[...groups].map(([group, tags]) => (
          <div key={group} className="fact">
            <dt title={group}>{group}</dt>
            <dd>
              <ul className="tag-rows">
                {tags.map((tag) => (
                  <li key={tag.id}>
                    <OneTag tag={tag} person={person} zone={zone} may={may} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <PrivateTags person={person} zone={zone} />
    </section>
  );
}

/** What members wrote for themselves: shown, never changed here. */
function PrivateTags({ person, zone }: { person: Profile; zone: string }) {
  const { t } = useTranslation();
  const own = new Map<number, Profile["private_tags"]>();
  for (const tag of person.private_tags) {
    own.set(tag.staff_id, [...(own.get(tag.staff_id) ?? []), tag]);
  }
  if (own.size === 0) return null;
  const nameOf = (id: number) =>
    person.follows.find((follow) => follow.staff_id === id)?.staff_name ??
    t("customers.page.someStaff");
  return (
    <>
      <h3 className="field-group">{t("customers.page.privateTags")}</h3>
      <dl className="facts">
        {[...own].map(([id, tags]) => (
          <div key={id} className="fact">
            <dt title={nameOf(id)}>{nameOf(id)}</dt>
            <dd>
              <ul className="tag-rows">
                {tags.map((tag) => (
                  <li
                    key={`${tag.group} ${tag.name}`}
                    className="private-tag"
                    title={t("customers.page.privateSeen", {
                      group: tag.group,
                      time: fullMoment(tag.seen_at, zone),
                    })}
                  >
                    {tag.name}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      <p className="meta">{t("customers.page.privateWhy")}</p>
    </>
  );
}

function OneTag({
  tag,
  person,
  zone,
  may,
}: {
  tag: Worn;
  person: Profile;
  zone: string;
  may: May;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const take = useTakeTag(person.id);
  const put = usePutTag(person.id);
  const trouble = useTrouble();
  const members = person.follows.filter((follow) => tag.staff_ids.includes(follow.staff_id));
  const by = tag.by.split(":")[0] ?? "";
  const waits = tag.kind === "wecom" && !tag.mirrored && !tag.error;
  const remove = () =>
    take.mutate(tag.id, {
      onError: trouble,
      onSuccess: () =>
        message.success({
          key: "tag",
          duration: UNDO_SECONDS,
          content: (
            <>
              {t("customers.tagged.taken", { tag: tag.name })}
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy("tag");
                  put.mutate(tag.id, { onError: trouble });
                }}
              >
                {t("customers.stages.undo")}
              </Button>
            </>
          ),
        }),
    });
  return (
    <span className={tag.error ? "one-tag refused-tag" : waits ? "one-tag waiting-tag" : "one-tag"}>
      <Tooltip
        trigger={["hover", "focus"]}
        title={
          <>
            <div>
              {t([`customers.page.tagBy.${by}`, "customers.page.tagBy.other"])}
              {members.length > 0 &&
                ` · ${members.map((one) => one.staff_name).join(t("common.comma"))}`}
            </div>
            <div>{fullMoment(tag.at, zone)}</div>
            {tag.why && <div>{t("customers.page.tagWhy", { why: tag.why })}</div>}
            {tag.error && <div>{t("customers.page.tagRefused", { error: tag.error })}</div>}
            {waits && <div>{t("customers.page.tagWaiting")}</div>}
          </>
        }
      >
        <button type="button">{tag.name}</button>
      </Tooltip>
      {may.write && (
        <button
          type="button"
          className="take-tag"
          aria-label={t("customers.tagged.take", { tag: tag.name })}
          disabled={take.isPending}
          onClick={remove}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

function PutTag({ person }: { person: Profile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const library = useTags();
  const put = usePutTag(person.id);
  const trouble = useTrouble();
  const worn = new Set(person.tags.map((tag) => tag.id));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <Select
          showSearch={{ optionFilterProp: "label" }}
          autoFocus
          className="put-tag"
          aria-label={t("customers.tagged.choose")}
          placeholder={t("customers.tagged.choose")}
          loading={library.isPending || put.isPending}
          value={null}
          notFoundContent={t("customers.tagged.none")}
          options={(library.data?.items ?? []).map((group) => ({
            label: group.name,
            options: group.tags
              .filter((tag) => !worn.has(tag.id))
              .map((tag) => ({ value: tag.id, label: tag.name })),
          }))}
          onChange={(tag: number | null) => {
            if (tag !== null) {
              put.mutate(tag, { onSuccess: () => setOpen(false), onError: trouble });
            }
          }}
        />
      }
    >
      <Button type="link" size="small" icon={<Plus size={14} aria-hidden="true" />}>
        {t("customers.tagged.act")}
      </Button>
    </Popover>
  );
}
