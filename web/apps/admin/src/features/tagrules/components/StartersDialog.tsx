import { Alert, Button, Modal, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useStarters, useUseStarter } from "../api/rules.ts";
import { useTrouble } from "./trouble.ts";

/** Ready-made rules: switched on they make their tags, and are ordinary rules from then on. */
export function StartersDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "en" ? "en" : "zh";
  const found = useStarters(language);
  const use = useUseStarter();
  const trouble = useTrouble();
  return (
    <Modal open width={720} title={t("tagrules.starters.title")} onCancel={onClose} footer={null}>
      <p className="meta">{t("tagrules.starters.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("tagrules.loadFailed")} onAgain={() => found.refetch()} />}
      {use.error && <Alert type="error" showIcon title={trouble(use.error)} />}
      <ul className="rules-starters">
        {found.data?.items.map((one) => (
          <li key={one.key} data-starter={one.key}>
            <div>
              <b>{one.name}</b>
              <span className="meta">{one.about}</span>
              <span className="rules-sample">
                {t("tagrules.starters.makes", {
                  count: one.rules.length,
                  group: one.group,
                  tags: one.tags.join(t("common.comma")),
                  n: one.rules.length,
                })}
              </span>
            </div>
            <Button
              disabled={one.made || use.isPending}
              loading={use.isPending && use.variables?.key === one.key}
              aria-label={t("tagrules.starters.useOne", { name: one.name })}
              onClick={() => use.mutate({ key: one.key, language })}
            >
              {t(one.made ? "tagrules.starters.made" : "tagrules.starters.use")}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
