// What the panel shows of a record by itself: who or what it is, then rows. `details` is what `record-details.ts` makes.
const record = this[details.record];
const read = ({ name, isCustom }) => (isCustom ? record.custom[name] : record[name]);
const each = (value, show) => _.castArray(value ?? []).map((one, i) => <div key={i}>{show(one)}</div>);
const show = (row) => {
  switch (row.as) {
    case 'emails': return each(read(row), (one) => <Email value={one} />);
    case 'phones': return each(read(row), (one) => <Phone value={one} />);
    case 'sentiment': return <Sentiment value={read(row)} />;
    case 'time': return <Timestamp value={read(row)} />;
    default: return read(row);
  }
};
const toRow = (row) => <Row key={row.name} object={details.klass} field={row.name} value={show(row)} />;

<div className="kv-details">
  <div className="kv-details-head">
    {details.isPerson
      ? <span aria-hidden="true"><Avatar name={details.title} image={details.image} size="large" /></span>
      : <span className="kv-details-tile" aria-hidden="true">
          <svg className="kv-icon" viewBox="0 0 24 24" focusable="false"><path d={details.icon} /></svg>
        </span>}
    <div className="kv-details-who">
      <div className="kv-details-title" role="heading" aria-level={details.level}><bdi>{details.title}</bdi></div>
      {details.subtitle && <div className="kv-details-subtitle">{details.subtitle}</div>}
    </div>
    {details.status && <Pill label={details.status.label} color={details.status.tone} />}
  </div>
  {details.rows.length > 0 && <div className="kv-details-rows">
    {details.rows.map((row) => {
      switch (row.as) {
        case 'priority': return <RowPriority key={row.name} label={row.label} value={read(row)} />;
        case 'users': return <RowAssignmentUser key={row.name} label={row.label} value={read(row)} />;
        case 'teams': return <RowAssignmentTeam key={row.name} label={row.label} value={read(row)} />;
        default: return toRow(row);
      }
    })}
  </div>}
  {details.more.length > 0 && <CollapsedRows className="kv-details-more">{details.more.map(toRow)}</CollapsedRows>}
</div>
