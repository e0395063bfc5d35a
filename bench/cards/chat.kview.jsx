const { messages } = kobject.data;
const shown = messages.slice(-4);

<div className="chat">
  {messages.length > shown.length && <small>{messages.length - shown.length} earlier</small>}
  {shown.map((message) => (
    <p key={message.id} className={`bubble bubble-${message.direction}`}>
      <b>{message.direction === "in" ? customer.name : message.agent}</b> {message.text}
    </p>
  ))}
  <footer>{_.truncate(kobject.custom.summaryTxt, { length: 40 })}</footer>
</div>;
