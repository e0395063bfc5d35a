const payment = kobject.custom;
const { attempts } = kobject.data;
const failed = attempts.filter((attempt) => !attempt.ok);
const last = attempts[attempts.length - 1];

<Container>
  <BasicField label="Amount" value={`${payment.amountNum.toFixed(2)} ${payment.currencyStr}`} />
  <BasicField label="Card" value={`${_.upperFirst(payment.brandStr)} ending in ${payment.lastFourStr}`} />
  <BasicField label="Attempts" value={attempts.length} />
  {failed.length > 0 && (
    <details>
      <summary>{failed.length} failed</summary>
      {failed.map((attempt) => <div key={attempt.id} className="failed">{attempt.id}: <code>{attempt.code}</code></div>)}
    </details>
  )}
  <Pill label={last.ok ? "Paid" : "Open"} color={last.ok ? "success" : "danger"} />
</Container>;
