import { dayOf } from "@yutang/ui";
import { App, Button, Skeleton } from "antd";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useMarkMinor, usePerson } from "../api/privacy.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import { HandOutDialog } from "./HandOutDialog.tsx";
import "./privacy.css";
import { useWords } from "./trouble.ts";

interface Props {
  id: number;
  name: string;
  zone: string;
  /** customers.write */
  mayWrite: boolean;
  /** privacy.erase */
  mayErase: boolean;
  onRequests: () => void;
  onRegister: () => void;
}

/** His own address for refusing, whether marketing may go to him, and his data out or away. */
export function PersonCard({ id, name, zone, mayWrite, mayErase, onRequests, onRegister }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const person = usePerson(id);
  const mark = useMarkMinor(id);
  const [open, setOpen] = useState<"hand" | "erase">();
  const read = person.data;
  const copy = async (link: string) => {
    await navigator.clipboard.writeText(link);
    message.success(t("privacy.person.copied"));
  };
  return (
    <section className="person-privacy">
      <h2>{t("privacy.person.title")}</h2>
      {person.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {person.isError && (
        <Failed title={t("privacy.person.failed")} onAgain={() => person.refetch()} />
      )}
      {read && (
        <>
          <p className="meta">
            {t(read.barred ? `privacy.person.barred.${read.barred}` : "privacy.person.may")}
            {read.minor_marked_at &&
              ` · ${t("privacy.person.marked", { day: dayOf(read.minor_marked_at, zone) })}`}
          </p>
          <div className="person-privacy-acts">
            <Button
              size="small"
              icon={<Copy size={13} aria-hidden="true" />}
              onClick={() => copy(read.refuse_link)}
            >
              {t("privacy.person.copy")}
            </Button>
            {mayWrite && (
              <Button
                size="small"
                loading={mark.isPending}
                onClick={() =>
                  mark.mutate(read.minor_marked_at === null, {
                    onError: (error) => void message.error(words(error)),
                  })
                }
              >
                {t(read.minor_marked_at ? "privacy.person.unmark" : "privacy.person.mark")}
              </Button>
            )}
            {mayErase && (
              <>
                <Button size="small" onClick={() => setOpen("hand")}>
                  {t("privacy.person.hand")}
                </Button>
                <Button size="small" danger onClick={() => setOpen("erase")}>
                  {t("privacy.person.erase")}
                </Button>
              </>
            )}
          </div>
        </>
      )}
      {open === "hand" && (
        <HandOutDialog
          id={id}
          name={name}
          onClose={() => setOpen(undefined)}
          onRegister={onRegister}
        />
      )}
      {open === "erase" && (
        <EraseDialog
          id={id}
          name={name}
          onClose={() => setOpen(undefined)}
          onRequests={onRequests}
        />
      )}
    </section>
  );
}
