const refund = kobject.custom;
const { lines = [] } = kobject.data;

<Container padded>
  <BasicRow label="Refund" value={refund.refundNumberStr} />
  <BasicRow label="Order" value={refund.orderNumberStr} />
  <BasicRow label="Reason" value={_.startCase(refund.reasonStr)} />
  <BasicRow label="Method" value={refund.methodStr ?? "as paid"} />
  <ul>
    {lines.filter((line) => line.refunded > 0).map((line) => (
      <li key={line.sku}>
        {line.name}: {line.refunded} of {line.quantity}
      </li>
    ))}
  </ul>
  <strong>{refund.amountNum.toFixed(2)} {refund.currencyStr}</strong>
  {refund.approvedBool && <Pill color="success">Approved</Pill>}
</Container>;
