import {
  type QueryClient,
  type QueryKey,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";

const readAnew = (queries: QueryClient, keys: readonly QueryKey[]) =>
  Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));

/** The hook for a feature's changes: what stands under these keys is read anew once one is done. */
export function changesOf(...keys: readonly QueryKey[]) {
  return function useChange<Given, Told>(
    change: (given: Given) => Promise<Told>,
    onDone?: (told: Told) => void,
  ) {
    const queries = useQueryClient();
    return useMutation({
      mutationFn: change,
      onSuccess: (told) => {
        onDone?.(told);
        return readAnew(queries, keys);
      },
    });
  };
}

/** The same, read anew after a refusal too: it may say that somebody else was quicker. */
export function attemptsOf(...keys: readonly QueryKey[]) {
  return function useAttempt<Given, Told>(change: (given: Given) => Promise<Told>) {
    const queries = useQueryClient();
    return useMutation({ mutationFn: change, onSettled: () => readAnew(queries, keys) });
  };
}
