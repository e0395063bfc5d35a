// What the panel shows beside the results of a search. `summary` is what `search-summary.ts` makes: texts, and shares of a whole.
<div className="kv-summary">
  <div className="kv-details-head">
    <span className="kv-details-tile" aria-hidden="true"><Icon name="magnify" /></span>
    <div className="kv-details-who">
      <div className="kv-details-title" role="heading" aria-level={summary.level}>{summary.title}</div>
      {summary.isEmpty && <div className="kv-details-subtitle">{summary.nothing}</div>}
    </div>
  </div>
  {!summary.isEmpty && <dl className="kv-summary-totals">
    {summary.totals.map(({ label, text }) => (
      <div key={label} className="kv-summary-total"><dt>{label}</dt><dd>{text}</dd></div>
    ))}
  </dl>}
  {summary.groups.map(({ title, note, feeling, parts }) => (
    <div key={title} className="kv-summary-group">
      <div className="kv-summary-head">
        <div className="kv-summary-title" role="heading" aria-level={summary.level + 1}>{title}</div>
        {feeling !== undefined && <Sentiment value={feeling} />}
        {note && <span className="kv-summary-note">{note}</span>}
      </div>
      {parts.length > 0 && <div className="kv-summary-bar" aria-hidden="true">
        {parts.filter(({ percent }) => percent > 0).map(({ label, tone, percent }) => (
          <span key={label} className={'kv-summary-part kv-summary-' + tone} style={{ width: percent + '%' }} />
        ))}
      </div>}
      {parts.length > 0 && <ul className="kv-summary-legend">
        {parts.map(({ label, tone, count, share }) => (
          <li key={label} className="kv-summary-line">
            <span className={'kv-summary-dot kv-summary-' + tone} aria-hidden="true" />
            <span className="kv-summary-label">{label}</span>
            <span className="kv-summary-count">{count}</span>
            <span className="kv-summary-share">{share}</span>
          </li>
        ))}
      </ul>}
    </div>
  ))}
</div>
