const place = kobject.data.address;
const parts = [place.line1, place.line2, `${place.zip} ${place.city}`, place.country];

<Segment style={{ marginTop: 15 }}>
  <address>
    {_.compact(parts).map((part, i) => (
      <span key={i}>{part}<br /></span>
    ))}
  </address>
  <BasicField label="Kind" value={_.startCase(kobject.custom.kindStr)} />
  <BasicField label="Confirmed" value={place.confirmed ? "yes" : "no"} />
  <a href={`https://maps.example/?q=${encodeURIComponent(parts[2])}`}>Map</a>
</Segment>;
