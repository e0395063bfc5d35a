/** The expression of a component template that shows `value` as the suffix of `field` says: a link, or text. */
export const formattedValue = `{kview.link(value, field)
  ? <a className="kv-link" href={kview.link(value, field)} target="_blank" rel="noopener noreferrer">{value}</a>
  : kview.format(value, field)}`;
