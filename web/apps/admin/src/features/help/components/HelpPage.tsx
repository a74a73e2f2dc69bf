import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { Failed } from "../../../shared/Failed.tsx";
import { inHelp, loadPage, pagesOf, SECTIONS, titleOf } from "../api/pages.ts";
import "./help.css";

/** The docs that came with this version: they work offline and tell of what is installed. */
export function HelpPage({ path }: { path: string }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const page = useQuery({
    queryKey: ["help", language, path],
    queryFn: () => loadPage(path, language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="help">
      <Contents language={language} />
      <article className="help-page">
        {page.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
        {page.isError && <Failed title={t("help.loadFailed")} onAgain={() => page.refetch()} />}
        {page.data === null && (
          <>
            <h1>{t("help.title")}</h1>
            <p>{t("help.missing")}</p>
          </>
        )}
        {page.data && (
          <Markdown
            remarkPlugins={[remarkGfm]}
            components={{
              a: ({ href, children }) => {
                const inside = inHelp(path, href ?? "");
                return inside ? (
                  <Link to="/help/$" params={{ _splat: inside.split("#")[0] ?? "" }}>
                    {children}
                  </Link>
                ) : (
                  <a href={href} rel="noreferrer" target="_blank">
                    {children}
                  </a>
                );
              },
              // Pictures lie beside the sources, not in the product.
              img: () => null,
              pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
            }}
          >
            {page.data}
          </Markdown>
        )}
      </article>
    </div>
  );
}

function Contents({ language }: { language: string }) {
  const { t } = useTranslation();
  return (
    <nav className="help-contents" aria-label={t("help.contents")}>
      {SECTIONS.map((section) => (
        <Section key={section} paths={pagesOf(section, language)} name={section} />
      ))}
      <a href="/api/docs" target="_blank" rel="noreferrer">
        {t("help.api")}
      </a>
    </nav>
  );
}

function Section({ paths, name }: { paths: readonly string[]; name: string }) {
  const { t, i18n } = useTranslation();
  const titles = useQueries({
    queries: paths.map((path) => ({
      queryKey: ["help", i18n.language, path],
      queryFn: () => loadPage(path, i18n.language),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return (
    <>
      <h2>{t(`help.sections.${name}`)}</h2>
      <ul>
        {paths.map((path, index) => (
          <li key={path}>
            <Link
              to="/help/$"
              params={{ _splat: path }}
              activeProps={{ className: "on", "aria-current": "page" }}
            >
              {titleOf(titles[index]?.data ?? "") || path.split("/").at(-1)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
