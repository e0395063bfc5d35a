const shipment = kobject.custom;
const events = kobject.data?.events ?? [];
const steps = ["packed", "handed_over", "in_transit", "out_for_delivery", "delivered"];
const reached = steps.indexOf(shipment.statusStr);
const delivered = shipment.statusStr === "delivered";

const Step = ({ name, done }) => (
  <div
    title={_.startCase(name)}
    style={{ flex: 1, height: 6, borderRadius: 3, background: done ? "#00732e" : "var(--background-tertiary-color)" }}
  />
);

function Scan({ event }) {
  return (
    <div style={{ display: "flex", gap: 10, padding: "4px 0" }}>
      <span style={{ width: 110, flexShrink: 0, color: "var(--font-secondary-color)" }}>
        {event.dayStr}
      </span>
      <span>
        {event.text}
        {event.place ? `, ${event.place}` : ""}
      </span>
    </div>
  );
}

<Container>
  <Grid>
    <Column size="eight">
      <BasicField label="Carrier" value={shipment.carrierStr} />
      <BasicField label="Weight" value={`${shipment.weightNum} kg`} />
    </Column>
    <Column size="eight">
      <BasicField
        label="Tracking number"
        value={<a href={shipment.trackingUrl}>{shipment.trackingNumberStr}</a>}
      />
    </Column>
  </Grid>
  <div style={{ display: "flex", gap: 4, margin: "10px 0 5px" }}>
    {steps.map((step, i) => (
      <Step key={step} name={step} done={i <= reached} />
    ))}
  </div>
  <div style={{ display: "flex", justifyContent: "space-between" }}>
    <strong>{_.upperFirst(_.lowerCase(shipment.statusStr))}</strong>
    {!delivered && <span>expected {shipment.expectedStr}</span>}
  </div>
  {events.length === 0 ? (
    <p>No scans yet.</p>
  ) : (
    <section>
      {events.map((event) => (
        <Scan key={event.dayStr} event={event} />
      ))}
    </section>
  )}
  {shipment.signedByStr && <BasicField label="Signed by" value={shipment.signedByStr} />}
</Container>;
