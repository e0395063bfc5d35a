const ticket = kobject.custom;
const priority = ["none", "low", "normal", "high", "urgent"][ticket.priorityNum] || "none";
const Tag = ({ children }) => <span className="tag">{children}</span>;

<Container>
  <h4>{kobject.title}</h4>
  <BasicRow label="Opened by" value={customer.name} />
  <BasicRow label="Priority" value={<Pill label={priority} color={ticket.priorityNum > 2 ? "danger" : "neutral"} />} />
  <BasicRow label="Team" value={ticket.teamStr} />
  <BasicRow label="Replies" value={ticket.replyCountNum} />
  <div>{kobject.data.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</div>
  <blockquote>{ticket.lastReplyTxt}</blockquote>
  <Button variant="primary" size="small" onClick={() => console.log(ticket.ticketNumberStr)}>Take it</Button>
</Container>;
