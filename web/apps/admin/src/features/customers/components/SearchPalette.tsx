import { initial, State } from "@yutang/ui";
import { Input, type InputRef, Modal } from "antd";
import { MessagesSquare, Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useSearch } from "../api/customers.ts";
import { toneOf } from "./state.ts";
import "./search.css";

interface FoundGroup {
  id: number;
  name: string;
  owner: { name: string } | null;
}

interface Props {
  onOpen: (id: number) => void;
  /** Groups of a name; none where the reader may not see them. */
  useGroups: (text: string) => readonly FoundGroup[];
  onGroup: (id: number) => void;
}

const TYPING_MS = 150;

/** The box in the bar; ⌘K, Ctrl K or / opens it anywhere. */
export function SearchPalette({ onOpen, useGroups, onGroup }: Props) {
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
          useGroups={useGroups}
          onOpen={(id) => {
            setOpen(false);
            onOpen(id);
          }}
          onGroup={(id) => {
            setOpen(false);
            onGroup(id);
          }}
        />
      </Modal>
    </>
  );
}

function Palette({ onOpen, useGroups, onGroup }: Props) {
  const { t } = useTranslation();
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const found = useSearch(asked);
  const groups = useGroups(asked);
  const rows: Hit[] = asked
    ? [
        ...(found.data?.items ?? []).map((row) => ({ key: `found-${row.id}`, row })),
        ...groups.map((group) => ({ key: `found-group-${group.id}`, group })),
      ]
    : [];
  const open = (hit: Hit) => ("row" in hit ? onOpen(hit.row.id) : onGroup(hit.group.id));
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
        aria-activedescendant={chosen?.key}
        aria-label={t("shell.searchHint")}
        placeholder={t("shell.searchHint")}
        maxLength={64}
        prefix={<Search size={16} aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, rows.length - 1));
          else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
          else if (event.key === "Enter" && chosen && asked === typed.trim()) open(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <div id="search-found" role="listbox" aria-label={t("shell.search")} className="found">
        {rows.map((hit, index) => (
          <Found
            key={hit.key}
            hit={hit}
            chosen={index === at}
            onPoint={() => setAt(index)}
            onOpen={() => open(hit)}
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

type Hit = { key: string } & ({ row: Row } | { group: FoundGroup });

interface FoundProps {
  hit: Hit;
  chosen: boolean;
  onPoint: () => void;
  onOpen: () => void;
}

function Found({ hit, chosen, onPoint, onOpen }: FoundProps) {
  const { t } = useTranslation();
  const person = "row" in hit;
  const name = person
    ? hit.row.name || t("customers.nameless")
    : hit.group.name || t("groups.nameless");
  return (
    <div
      id={hit.key}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={chosen ? "found-row on" : "found-row"}
      onMouseEnter={onPoint}
      onClick={onOpen}
      onKeyDown={undefined}
    >
      <span className="avatar" aria-hidden="true">
        {person ? initial(name) : <MessagesSquare size={16} strokeWidth={1.75} />}
      </span>
      <span>
        <b>{name}</b> {person && <span className="meta">{hit.row.remark}</span>}
        <span className="meta found-owner">
          {(person ? hit.row.owners[0]?.name : hit.group.owner?.name) ?? ""}
        </span>
      </span>
      {person ? (
        <State tone={toneOf(hit.row.state)} word={t(`customers.states.${hit.row.state}`)} />
      ) : (
        <span className="meta">{t("menu.groups")}</span>
      )}
    </div>
  );
}
