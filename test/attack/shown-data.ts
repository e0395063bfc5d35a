import { compileCard } from "../support/card.ts";

/** Ways in which templates show what a record holds. */
export const shown = compileCard(`
  <Segment>
    <header>{customer.name} {message.preview} {kobject.title}</header>
    {kobject.data.payload.map((value, i) => (
      <section key={i}>
        <p title={value} className={value} data-x={value} aria-label={value}>{value}</p>
        <a href={value}>{value}</a><img src={value} alt={value} /><input placeholder={value} /><textarea defaultValue={value} />
        <Field field="noteTxt" type="kobject.order" value={value} /><Field field={value} type="kobject.order" value={value} />
        <Row field="noteTxt" type="kobject.order" value={value} label={value} /><BasicRow label={value} value={value} />
        <div dangerouslySetInnerHTML={{ __html: value }} />
        <div style={{ color: value, width: value, fontFamily: value }}>{[value, [value]]}</div>
      </section>
    ))}
    {Object.entries(kobject.custom).map(([name, value]) => (
      <section key={name}><Field field={name} type="kobject.order" value={value} /><Row field={name} type="kobject.order" value={value} /></section>
    ))}
  </Segment>`).template;
