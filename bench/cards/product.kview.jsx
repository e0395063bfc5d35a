const product = kobject.custom;
const facts = kobject.data.facts;

<div className={`product product-${product.kindStr}`}>
  <img src={product.pictureUrl} alt={product.nameStr} width="80" height="80" />
  <h4>{product.nameStr}</h4>
  <dl>
    {Object.entries(facts).map(([key, value]) => (
      <React.Fragment key={key}>
        <dt>{_.startCase(key)}</dt>
        <dd>{String(value)}</dd>
      </React.Fragment>
    ))}
  </dl>
  <span style={{ fontWeight: 600, color: product.stockNum > 0 ? "inherit" : "#9e181e" }}>
    {product.stockNum > 0 ? `${product.stockNum} in stock` : "Sold out"}
  </span>
</div>;
