import { ProblemError } from "@yutang/api";
import { App } from "antd";
import { useTranslation } from "react-i18next";

/** What went wrong in the reader's words; the server's own words where there are none. */
export function useWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) =>
    error instanceof ProblemError
      ? t(
          [
            `customers.problems.${error.problem.type.replace(".", "_")}`,
            "customers.problems.other",
          ],
          {
            detail: error.problem.detail,
          },
        )
      : t("customers.problems.offline");
}

/** The same as a message on the page, for acts without a form. */
export function useTrouble(): (error: unknown) => void {
  const { message } = App.useApp();
  const words = useWords();
  return (error) => {
    message.error(words(error), 6);
  };
}
