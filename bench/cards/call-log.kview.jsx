const calls = kobject.data.calls;
const toTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

<Segment>
  <table className="calls">
    <thead><tr><th>Who</th><th>Way</th><th>Length</th></tr></thead>
    <tbody>
      {calls.map((call) => (
        <tr key={call.id} className={call.missed ? "missed" : undefined}>
          <td>{call.agent}</td>
          <td>{call.inbound ? "in" : "out"}</td>
          <td>{call.missed ? "missed" : toTime(call.seconds)}</td>
        </tr>
      ))}
    </tbody>
  </table>
  <BasicRow label="In all" value={toTime(calls.reduce((sum, call) => sum + call.seconds, 0))} />
</Segment>;
