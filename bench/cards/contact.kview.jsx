const { name, emails = [], phones = [] } = customer;
const initials = name.split(" ").map((part) => part[0]).join("");

<Segment>
  <div className="head"><span className="initials" aria-hidden="true">{initials}</span> <strong>{name}</strong></div>
  {emails.map(({ email, type }) => <BasicRow key={email} label={type} value={<a href={`mailto:${email}`}>{email}</a>} />)}
  {phones.map(({ phone, type }) => <BasicRow key={phone} label={type} value={phone} />)}
  {phones.length + emails.length > 3 && <small>{phones.length + emails.length} ways to reach them</small>}
  <BasicRow label="Language" value={kobject.custom.languageStr} />
</Segment>;
