const member = _.get(kobject, "custom");
const tiers = { bronze: 0, silver: 1000, gold: 5000 };
const next = Object.keys(tiers).find((tier) => tiers[tier] > member.pointsNum);

<Container padded>
  <Grid>
    <Column size="four"><BasicField label="Tier" value={_.capitalize(member.tierStr)} /></Column>
    <Column size="six"><BasicField label="Points" value={member.pointsNum} /></Column>
    <Column size="six"><BasicField label="Member" value={customer.name} /></Column>
  </Grid>
  {next === undefined ? <p>The highest tier</p> : <p>{tiers[next] - member.pointsNum} points to {next}</p>}
  <ol>{kobject.data.gains.map((gain) => <li key={gain.day}>{gain.day}: +{gain.points} ({gain.reason})</li>)}</ol>
</Container>;
