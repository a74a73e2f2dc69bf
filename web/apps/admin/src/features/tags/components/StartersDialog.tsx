import { Button, Modal, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Starter, useStarters } from "../api/tags.ts";
import type { Draft } from "./GroupDialog.tsx";

interface Props {
  onClose: () => void;
  onChoose: (draft: Draft) => void;
}

/** Ready-made sets; each can be changed before a group is made of it. */
export function StartersDialog({ onClose, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "en" ? "en" : "zh";
  const found = useStarters(language);
  const choose = (one: Starter) =>
    onChoose({
      kind: "own",
      name: one.name,
      tags: one.tags,
      exclusive: one.exclusive ?? false,
      ordered: one.ordered ?? false,
      sensitive: one.sensitive ?? false,
      starter: one.key,
      language,
    });
  return (
    <Modal open width={720} title={t("tags.starters.title")} onCancel={onClose} footer={null}>
      <p className="meta">{t("tags.starters.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("tags.loadFailed")} onAgain={() => found.refetch()} />}
      <ul className="tags-starters">
        {found.data?.items.map((one) => (
          <li key={one.key} data-starter={one.key}>
            <div>
              <b>{one.name}</b>
              <span className="meta">{one.about}</span>
              <span className="tags-sample">
                {one.tags.length > 0 ? one.tags.join(t("common.comma")) : t("tags.noTagsYet")}
              </span>
            </div>
            <Button
              aria-label={t("tags.starters.useOne", { name: one.name })}
              onClick={() => choose(one)}
            >
              {t("tags.starters.use")}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
