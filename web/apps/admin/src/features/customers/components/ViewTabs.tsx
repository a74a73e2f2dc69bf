import { ProblemError } from "@yutang/api";
import { compact } from "@yutang/ui";
import { App, Button, Checkbox, Dropdown, Input, Modal } from "antd";
import { MoreHorizontal, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, useCount } from "../api/customers.ts";
import {
  neighbour,
  useAddView,
  useChangeView,
  useDeleteView,
  useSwapViews,
  useViews,
  type View,
} from "../api/views.ts";
import { kept, parseFilter, same } from "./filters.ts";

interface Props {
  /** The view of the address; 0 is everybody. */
  view: number;
  filter: Filter;
  columns: readonly string[];
  mayShare: boolean;
  onView: (view: View | undefined) => void;
}

const EVERYBODY: Filter = {};

/** The name of a view; the starter ones are ours and said in the reader's language. */
export function useViewName(): (view: View) => string {
  const { t } = useTranslation();
  return (view) =>
    view.name.startsWith("starter:")
      ? t(`lists.views.starters.${view.name.slice("starter:".length)}`)
      : view.name;
}

function differs(view: View, filter: Filter, columns: readonly string[]): boolean {
  return (
    !same(view.filters, kept(filter)) ||
    view.sort !== (filter.sort ?? "") ||
    (view.columns.length > 0 && view.columns.join() !== columns.join())
  );
}

/** Views side by side over the list; what was changed can be saved into the one that is open. */
export function ViewTabs({ view: id, filter, columns, mayShare, onView }: Props) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const name = useViewName();
  const views = useViews();
  const change = useChangeView();
  const remove = useDeleteView();
  const swap = useSwapViews();
  const [naming, setNaming] = useState<"new" | View>();
  const open = views.data?.items.find((one) => one.id === id);
  const changed = open && differs(open, filter, columns);
  const save = (view: View) =>
    change.mutate(
      {
        ...now(filter, columns),
        id: view.id,
        name: view.name,
        is_shared: view.is_shared,
        is_default: view.is_default,
        version: view.version,
      },
      { onError: (error) => message.error(trouble(t, error)) },
    );
  const step = (view: View, by: -1 | 1) => {
    const other = neighbour(views.data?.items ?? [], view.id, by);
    const side = by < 0 ? "left" : "right";
    return {
      key: side,
      disabled: other === undefined,
      label: t(`lists.views.${side}${view.is_shared ? "All" : ""}`),
      onClick: () =>
        other &&
        swap.mutate([view, other], { onError: (error) => message.error(trouble(t, error)) }),
    };
  };
  return (
    <div className="view-row">
      <nav className="view-tabs" aria-label={t("lists.views.title")}>
        <Tab
          word={t("lists.views.all")}
          filter={EVERYBODY}
          on={!open}
          onOpen={() => onView(undefined)}
        />
        {views.data?.items.map((view) => (
          <Tab
            key={view.id}
            word={name(view)}
            filter={parseFilter(view.filters)}
            on={view.id === id}
            onOpen={() => onView(view)}
          />
        ))}
      </nav>
      <span className="view-acts">
        {changed && <span className="meta">{t("lists.views.changed")}</span>}
        {changed && open.may_edit && (
          <Button size="small" loading={change.isPending} onClick={() => save(open)}>
            {t("lists.views.save")}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => setNaming("new")}
        >
          {t("lists.views.new")}
        </Button>
        {open?.may_edit && (
          <Dropdown
            trigger={["click"]}
            autoFocus
            menu={{
              items: [
                { key: "edit", label: t("lists.views.edit"), onClick: () => setNaming(open) },
                step(open, -1),
                step(open, 1),
                {
                  key: "delete",
                  danger: true,
                  label: t("lists.views.delete"),
                  onClick: () =>
                    modal.confirm({
                      title: t("lists.views.deleteTitle", { name: name(open) }),
                      content: t(
                        open.is_shared ? "lists.views.deleteShared" : "lists.views.deleteOwn",
                      ),
                      okText: t("lists.views.delete"),
                      cancelText: t("lists.views.keep"),
                      onOk: () => remove.mutateAsync(open.id).then(() => onView(undefined)),
                    }),
                },
              ],
            }}
          >
            <Button
              type="text"
              size="small"
              aria-label={t("lists.views.more", { name: name(open) })}
              icon={<MoreHorizontal size={16} aria-hidden="true" />}
            />
          </Dropdown>
        )}
      </span>
      {naming && (
        <Naming
          view={naming === "new" ? undefined : naming}
          shown={naming === "new" ? "" : name(naming)}
          facts={now(filter, columns)}
          mayShare={mayShare}
          onClose={() => setNaming(undefined)}
          onKept={onView}
        />
      )}
    </div>
  );
}

const now = (filter: Filter, columns: readonly string[]) => ({
  filters: kept(filter),
  columns: [...columns],
  sort: filter.sort ?? "",
});

function trouble(t: (key: string) => string, error: Error): string {
  const type = error instanceof ProblemError ? error.problem.type : "";
  return ["views.name_taken", "views.changed_meanwhile", "views.too_many", "views.shared"].includes(
    type,
  )
    ? t(`lists.views.errors.${type.slice("views.".length)}`)
    : t("lists.views.errors.other");
}

interface TabProps {
  word: string;
  filter: Filter;
  on: boolean;
  onOpen: () => void;
}

/** The number is the view's own, whatever else is asked for on top of it just now. */
function Tab({ word, filter, on, onOpen }: TabProps) {
  const { i18n } = useTranslation();
  const { data } = useCount(filter);
  // None found silent may as well mean that nothing tells of it: no number then.
  const untold = filter.silent !== undefined && data?.total === 0;
  return (
    <button type="button" aria-current={on ? "page" : undefined} onClick={onOpen} title={word}>
      {word}
      {data && !untold && (
        <span className="view-count num">
          {" "}
          {compact(data.total, i18n.language)}
          {data.exact ? "" : "+"}
        </span>
      )}
    </button>
  );
}

interface NamingProps {
  view: View | undefined;
  shown: string;
  facts: ReturnType<typeof now>;
  mayShare: boolean;
  onClose: () => void;
  onKept: (view: View) => void;
}

function Naming({ view, shown, facts, mayShare, onClose, onKept }: NamingProps) {
  const { t } = useTranslation();
  const add = useAddView();
  const change = useChangeView();
  const [name, setName] = useState(shown);
  const [shared, setShared] = useState(view?.is_shared ?? false);
  const [first, setFirst] = useState(view?.is_default ?? false);
  const error = add.error ?? change.error;
  const submit = () => {
    const body = { ...facts, name: name.trim(), is_shared: shared, is_default: first };
    const done = (saved: View) => {
      onKept(saved);
      onClose();
    };
    if (view) change.mutate({ ...body, id: view.id, version: view.version }, { onSuccess: done });
    else add.mutate(body, { onSuccess: done });
  };
  return (
    <Modal
      open
      width={480}
      title={t(view ? "lists.views.edit" : "lists.views.new")}
      okText={t("lists.views.save")}
      cancelText={t("lists.views.cancel")}
      okButtonProps={{ disabled: !name.trim(), loading: add.isPending || change.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <label className="view-name">
        {t("lists.views.name")}
        <Input
          autoFocus
          maxLength={30}
          value={name}
          status={error ? "error" : ""}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() && submit()}
        />
      </label>
      {error && (
        <p className="view-error" role="alert">
          {trouble(t, error)}
        </p>
      )}
      <p className="view-checks">
        {mayShare && (
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            {t("lists.views.shared")}
          </Checkbox>
        )}
        <Checkbox checked={first} onChange={(event) => setFirst(event.target.checked)}>
          {t("lists.views.default")}
        </Checkbox>
      </p>
      <p className="meta">{t("lists.views.holds")}</p>
    </Modal>
  );
}
