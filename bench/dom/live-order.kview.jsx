const { useState } = React;
const order = kobject.custom;

function Note({ text }) {
  const [open, setOpen] = useState(false);
  return <button type="button" onClick={() => setOpen(!open)}>{open ? text : "Show the note"}</button>;
}

<Container padded>
  <BasicField label="Order" value={order.orderNumberStr} />
  <BasicField label="Customer" value={customer.name} />
  <BasicField label="Email" value={order.emailStr} />
  <BasicField label="Payment" value={order.paymentStr} />
  <BasicField label="Carrier" value={order.carrierStr} />
  <BasicField label="Address" value={order.addressStr} />
  <BasicField label="Items" value={order.itemCountNum} />
  <BasicField label="Total" value={order.totalNum} />
  <BasicField label="Coupon" value={order.couponStr} />
  <ul className="items">
    {kobject.data.items.map((item) => (
      <li key={item.sku}>
        {item.quantity} × {item.name}
      </li>
    ))}
  </ul>
  <Pill label={order.statusStr} color="success" />
  <a href={order.adminUrl}>Open in the shop</a>
  <Note text={order.noteStr} />
</Container>;
