const flight = kobject.custom;
const { legs } = kobject.data;
class Leg extends React.Component {
  render() {
    const { leg } = this.props;
    return (
      <div className="leg">
        <b>{leg.from}</b> - <b>{leg.to}</b> {leg.number}
        {leg.delay > 0 ? <Pill color="alert">{leg.delay} min late</Pill> : <Pill color="success">On time</Pill>}
      </div>
    );
  }
}

<Container>
  <BasicField label="Booking" value={flight.bookingStr.toUpperCase()} />
  <BasicField label="Passenger" value={customer.name} />
  {legs.map((leg) => <Leg key={leg.number} leg={leg} />)}
  <BasicField label="Seat" value={flight.seatStr} />
  <BasicField label="Bags" value={flight.bagsNum} />
</Container>;
