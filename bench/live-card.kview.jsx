const { useState, useEffect, useRef } = React;

class Clock extends React.Component {
  state = { ticks: 0 };
  componentDidMount() {
    this.timer = setInterval(() => this.setState(({ ticks }) => ({ ticks: ticks + 1 })), 1000);
  }
  componentWillUnmount() {
    clearInterval(this.timer);
  }
  render() {
    return <small>{this.state.ticks}</small>;
  }
}

const Order = ({ order }) => {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const field = useRef(null);
  useEffect(() => {
    const close = (event) => {
      if (event.key === "Escape") setOpen(false);
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  useEffect(() => {
    KustomerRequest({ url: "/v1/users/current" }).then((answer) => setNote(answer.data.attributes.name));
  }, []);
  return (
    <Segment>
      <BasicField label="Order" value={order.number} />
      <button type="button" onClick={() => setOpen(!open)}>
        {open ? "Close" : "Open"}
      </button>
      <input ref={field} value={note} onChange={(event) => setNote(event.target.value)} />
      {open && (
        <ul>
          {order.lines.map((line) => (
            <li key={line.sku}>
              {line.sku}: {line.count}
            </li>
          ))}
        </ul>
      )}
      <Clock />
    </Segment>
  );
};

<Order order={kobject.data} />;
