import { initial, State } from "@yutang/ui";
import { Input, type InputRef, Modal } from "antd";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useSearch } from "../api/customers.ts";
import { toneOf } from "./state.ts";
import "./search.css";

interface Props {
  onOpen: (id: number) => void;
}

const TYPING_MS = 150;

/** The box in the bar; ⌘K, Ctrl K or / opens it anywhere. */
export function SearchPalette({ onOpen }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = /^(input|textarea|select)$/i.test((event.target as Element).tagName ?? "");
      const slash = event.key === "/" && !typing;
      if (slash || ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k")) {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button type="button" className="search-button" onClick={() => setOpen(true)}>
        <Search size={16} aria-hidden="true" />
        <span>{t("shell.search")}</span>
        <kbd>{/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        destroyOnHidden
        title={<span className="visually-hidden">{t("shell.search")}</span>}
        styles={{ header: { margin: 0 } }}
        style={{ top: 80 }}
      >
        <Palette
          onOpen={(id) => {
            setOpen(false);
            onOpen(id);
          }}
        />
      </Modal>
    </>
  );
}

function Palette({ onOpen }: Props) {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const found = useSearch(asked);
  const rows = asked ? (found.data?.items ?? []) : [];
  useEffect(() => {
    // The modal moves the focus itself when it has opened; ours comes after it.
    const timer = setTimeout(() => box.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(typed.trim());
      setAt(0);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const chosen = rows[at];
  return (
    <>
      <Input
        ref={box}
        size="large"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="search-found"
        aria-activedescendant={chosen ? `found-${chosen.id}` : undefined}
        aria-label={t("shell.searchHint")}
        placeholder={t("shell.searchHint")}
        maxLength={64}
        prefix={<Search size={16} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, rows.length - 1));
          else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
          else if (event.key === "Enter" && chosen && asked === typed.trim()) onOpen(chosen.id);
          else return;
          event.preventDefault();
        }}
      />
      <div id="search-found" role="listbox" aria-label={t("shell.search")} className="found">
        {rows.map((row, index) => (
          <Found
            key={row.id}
            row={row}
            chosen={index === at}
            onPoint={() => setAt(index)}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </div>
      <p className="meta found-note" aria-live="polite">
        {found.isError && asked
          ? t("shell.searchFailed")
          : !asked
            ? t("shell.searchStart")
            : found.isSuccess && rows.length === 0
              ? t("shell.searchNothing", { q: asked })
              : ""}
      </p>
    </>
  );
}

interface FoundProps {
  row: Row;
  chosen: boolean;
  onPoint: () => void;
  onOpen: () => void;
}

function Found({ row, chosen, onPoint, onOpen }: FoundProps) {
  const { t } = useTranslation();
  const name = row.name || t("customers.nameless");
  return (
    <div
      id={`found-${row.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={chosen ? "found-row on" : "found-row"}
      onMouseEnter={onPoint}
      onClick={onOpen}
      onKeyDown={undefined}
    >
      <span className="avatar" aria-hidden="true">
        {initial(name)}
      </span>
      <span>
        <b>{name}</b> <span className="meta">{row.remark}</span>
        <span className="meta found-owner">{row.owners[0]?.name ?? ""}</span>
      </span>
      <State tone={toneOf(row.state)} word={t(`customers.states.${row.state}`)} />
    </div>
  );
}
