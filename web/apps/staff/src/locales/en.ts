const files = import.meta.glob<{ default: object }>("./en/*.json", { eager: true });

/** Each file holds the words of one feature under its own key. */
export default Object.assign({}, ...Object.values(files).map((file) => file.default));
