const data = this;
const plan = data.kobject.custom;
const percent = Math.round((plan.usedNum / plan.quotaNum) * 100);

<Segment>
  <div>
    <strong>{plan.planStr}</strong> at ${plan.priceNum} a month
    <Pill label={plan.activeBool ? "Active" : "Paused"} color={plan.activeBool ? "success" : "neutral"} />
  </div>
  <div style={{ height: 8, borderRadius: 4 }} role="progressbar" aria-valuenow={percent}>
    <div style={{ width: `${percent}%`, height: 8, background: percent > 90 ? "#9e181e" : "#006cec" }} />
  </div>
  <p>{plan.usedNum} of {plan.quotaNum} used{percent > 90 && ", almost all"}</p>
  {_.isEmpty(plan.addonsObj) ? null : (
    <div>{plan.addonsObj.map((addon) => <Pill key={addon} color="info" label={addon} />)}</div>
  )}
</Segment>;
