const { items } = kobject.data;
const byShop = _.groupBy(items, "shop");

<Container padded>
  {Object.keys(byShop).map((shop) => (
    <section key={shop}>
      <h5>{shop}</h5>
      <ul className="goods">
        {byShop[shop].map((item) => <li key={item.sku}>{item.quantity} x {item.name}</li>)}
      </ul>
    </section>
  ))}
  <BasicField label="In the cart" value={_.sumBy(items, "quantity")} />
  <BasicField label="Coupon" value={kobject.custom.couponStr || "none"} />
</Container>;
