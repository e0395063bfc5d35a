const order = kobject.custom;
const lines = _.get(kobject, "data.lines", []);
const money = (amount) => `$${amount.toFixed(2)}`;

<Container padded>
  <Grid>
    <Column size="eight"><BasicField label="Order" value={order.orderNumberStr} /></Column>
    <Column size="eight"><BasicField label="Status" value={<Pill label={_.capitalize(order.statusStr)} color={order.statusStr === "paid" ? "success" : "alert"} />} /></Column>
  </Grid>
  <table>
    <tbody>
      {lines.map((line) => (
        <tr key={line.sku}>
          <td>{line.name}</td>
          <td align="right">{line.quantity}</td>
          <td align="right">{money(line.price * line.quantity)}</td>
        </tr>
      ))}
      <tr style={{ fontWeight: 600 }}>
        <td colSpan={2}>Total</td>
        <td align="right">{money(_.sumBy(lines, (line) => line.price * line.quantity))}</td>
      </tr>
    </tbody>
  </table>
</Container>;
