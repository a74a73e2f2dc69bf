import { Bell, CalendarDays, IdCard } from "lucide-react";
import { pageAddress } from "./place.ts";
import { t } from "./words.ts";

const PAGES = [
  { path: "/m/", word: "shell.customer", Icon: IdCard },
  { path: "/m/today", word: "shell.today", Icon: CalendarDays },
  { path: "/m/notices", word: "notices.title", Icon: Bell },
] as const;

/** Links of whole pages on purpose: the SDK signs the address a page was loaded under. */
export function Tabs({ here, first }: { here: string; first: string | undefined }) {
  return (
    <nav className="tabs" aria-label={t("shell.pages")}>
      {PAGES.map(({ path, word, Icon }) => (
        <a key={path} href={pageAddress(path)} aria-current={path === here ? "page" : undefined}>
          <Icon size={24} aria-hidden="true" />
          {(path === "/m/" && first) || t(word)}
        </a>
      ))}
    </nav>
  );
}
