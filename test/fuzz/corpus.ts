import { hostileTexts } from "../attack/hostile-values.ts";
import { attackClasses, readAttackCases } from "../support/attack-case.ts";
import { readRenderCases } from "../support/render-case.ts";

/** Templates that stand in the fixtures, hostile and harmless. */
export const templates: readonly string[] = [
  ...attackClasses
    .flatMap(readAttackCases)
    .flatMap(({ template, gen }) => (gen === undefined && template.length < 3_000 ? [template] : [])),
  ...readRenderCases().flatMap(({ source }) => (source.length < 3_000 ? [source] : [])),
];

/** Texts of the hostile fixtures: markup, addresses, styles, what templates quote. */
export const texts: readonly string[] = hostileTexts.filter((text) => text.length < 1_500);

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const markupTokens: readonly string[] = [
  ...words(`
    <script> </script> <style> </style> <svg> </svg> <math> <p> </p> <a <img <iframe <form> <input <table> <td> <select> <option> <textarea> </textarea>
    <title> </title> <noscript> <template> <object> <embed> <base <meta <link <foreignObject> <desc> <use <animate <set <details> <b> <i> <br>
    onerror= onload= onclick= href= src= srcset= style= srcdoc= xlink:href= id= name= class= target= rel= is= formaction= action= ping= data-kv-root= sandbox=
    javascript:alert(1) data:text/html,x //evil.example https://ok.example/ #x url(//e) expression(1) __kv_pwned=1 xmlns= viewBox= fill= <mglyph> <malignmark>
    <plaintext> <xmp> <listing> <body> <html> <head> <frameset> <caption> <col> <tr> <annotation-xml encoding=text/html> <font color=red>
  `),
  '"',
  "'",
  " ",
  ">",
];

export const cssTokens: readonly string[] = [
  ...words(`
    color: red; background: url( ) url("//e") image-set( expression( @import @media @keyframes @font-face @supports @container @layer @scope @property @namespace
    position:fixed; position:absolute behavior: -moz-binding: !important { } ; : , > + ~ * . # [ ] [href] [value^=a] :root :host :has( :not( :is( ::before ::slotted(
    :checked :nth-child(2) & &:hover .a #id div from to 50% var(--x) --x: attr( calc( </style> <!-- --> /* */ \\3c \\0 \\61 content: "a" 'b' animation: kf 1s
    (min-width: 1px) and not or prefers-color-scheme: dark .dark html body U+26 \\ inset:0 z-index:99999 width:100vw element( paint( env( -webkit-cross-fade(
  `),
  " ",
  "\n",
];

export const urlTokens: readonly string[] = words(`
  https: http: javascript: data: mailto: tel: sms: vbscript: blob: file: ftp: about: // / \\ \\\\ ? # @ : ; , . .. %00 %0a %0d %2f %3a %40 user:pass@ evil.example
  ok.example a@b.c text/html image/png image/svg+xml ;base64, ;charset=utf-8 subject= body= bcc= cc= to= attach= & = alert(1) &colon; &Tab; &#106; xn-- [::1] 127.0.0.1
  1x 2x 100w 50h 1.5x +1-555 *#06# ;ext=1 ?body=x JAVASCRIPT: java script: x:y
`);

export const codeTokens: readonly string[] = words(`
  constructor __proto__ prototype call apply bind this super arguments eval Function window document globalThis _ moment React customer context yield await async class extends
  new delete typeof in of instanceof => ?. ?? ... ** ++ -- { } ( ) [ ] ; : , \` \${ } <p> </p> <> </> {...customer} key= ref= dangerouslySetInnerHTML={{__html: style={{ return throw try catch finally
  for while do switch case default break continue label: const let var function* #p static get set import export with debugger 0x1 1e9 1n 'a' "b" /a+/g null undefined NaN // /* */ <!-- \\u{61} \\x41 @
`);
