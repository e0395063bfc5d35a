const invoice = kobject.custom;
const colors = { open: "info", paid: "success", overdue: "danger" };

function Amount({ value }) {
  const [whole, cents] = value.toFixed(2).split(".");
  return <span style={{ fontSize: 24, fontWeight: 600 }}>${whole}<small>.{cents}</small></span>;
}

<Container>
  <div style={{ display: "flex", justifyContent: "space-between", marginBottom: 10 }}>
    <Amount value={invoice.totalNum} />
    <Pill color={colors[invoice.statusStr]} label={_.capitalize(invoice.statusStr)} />
  </div>
  <BasicField label="Invoice" value={invoice.invoiceNumberStr} />
  <BasicField label="Net" value={`$${invoice.netNum.toFixed(2)}`} />
  <BasicField label={`VAT ${invoice.vatRateNum} %`} value={`$${(invoice.totalNum - invoice.netNum).toFixed(2)}`} />
  {invoice.noteTxt && <p className="note">{invoice.noteTxt}</p>}
</Container>;
