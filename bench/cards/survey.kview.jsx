const { scoreNum: score } = kobject.custom;
const { answers } = kobject.data;
let group;
switch (true) {
  case score >= 9: group = { label: "Promoter", color: "success" }; break;
  case score >= 7: group = { label: "Passive", color: "alert" }; break;
  default: group = { label: "Detractor", color: "danger" };
}

<div>
  <div style={{ display: "flex", alignItems: "center", gap: 10 }}>
    <span style={{ fontSize: 24 }}>{score}</span>
    <span>of 10</span>
    <Pill {...group} />
  </div>
  {answers.map(({ question, answer }, i) => (
    <div key={i} style={{ marginBottom: 10 }}>
      <div>{i + 1}. {question}</div>
      <div>{answer || <em>no answer</em>}</div>
    </div>
  ))}
</div>;
