const visit = kobject.custom;
const starts = moment(visit.startsAt);

<Segment>
  <h3>{visit.titleStr}</h3>
  <BasicField label="Day" value={starts.format("MMM D, YYYY")} />
  <BasicField label="Time" value={starts.format("HH:mm")} />
  <BasicField label="Where" value={visit.placeStr} />
  <BasicField label="With" value={_.get(customer, "custom.advisorStr", "nobody yet")} />
  {visit.confirmedBool ? <Pill label="Confirmed" color="success" /> : <Pill label="Not confirmed" color="alert" />}
</Segment>;
