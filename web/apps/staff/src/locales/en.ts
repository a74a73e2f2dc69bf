const files = import.meta.glob<object>(["./en/*.json", "!./en/later*.json"], {
  eager: true,
  import: "default",
});

/** Each file holds the words of one feature under its own key; `later*.json` come by themselves. */
export default Object.assign({}, ...Object.values(files));
