/** Places of a live card where a template's code runs, and a card that evaluates a view in each; `VIEW` stands for it. */
export const livePlaces: ReadonlyMap<string, string> = new Map([
  ["a handler", `<button onClick={() => show(VIEW)}>go</button>`],
  ["an effect", `<Effect run={() => show(VIEW)} />`],
  ["a layout effect", `<Layout run={() => show(VIEW)} />`],
  ["a ref callback", `<p ref={(el) => { el && show(VIEW); }}>x</p>`],
  ["an error boundary", `<Boundary run={() => show(VIEW)}><Thrower /></Boundary>`],
  ["a promise", `<Effect run={() => { Promise.resolve().then(() => show(VIEW)); }} />`],
  ["an async function", `<Effect run={async () => { await 0; show(VIEW); }} />`],
  ["a timer", `<Effect run={() => { setTimeout(() => show(VIEW), 1); }} />`],
  ["an updater of state", `<Updater run={() => VIEW} />`],
]);

const prelude = `
const Effect = ({ run }) => { React.useEffect(() => { run(); }, []); return <i>e</i>; };
const Layout = ({ run }) => { React.useLayoutEffect(() => { run(); }, []); return <i>l</i>; };
const Thrower = () => { throw new Error("thrown"); };
const Updater = ({ run }) => { const [v, setV] = React.useState({ v: null }); return <p><button onClick={() => setV(() => ({ v: run() }))}>go</button>{v.v}</p>; };
class Boundary extends React.Component {
  constructor(props) { super(props); this.state = { failed: false }; }
  static getDerivedStateFromError() { return { failed: true }; }
  componentDidCatch() { this.props.run(); }
  render() { return this.state.failed ? <i>b</i> : this.props.children; }
}
const Live = () => {
  const [shown, setShown] = React.useState({ view: null });
  const show = (view) => setShown((last) => (last.view === null ? { view } : last));
  return <div>PLACE<section>{shown.view}</section></div>;
};
<Live />`;

/** Moves a template that is one element into a place of a live card. */
export function wrapView(template: string, place: string): string {
  return prelude.replace("PLACE", () => (livePlaces.get(place) ?? "").replace("VIEW", () => `(${template})`));
}

/** Tells whether a template is one element, to look at: what no place can hold does not compile there. */
export function isView(template: string): boolean {
  return /^<[A-Za-z]/.test(template.trim());
}
