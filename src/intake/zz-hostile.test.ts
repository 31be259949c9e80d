import { it } from 'vitest';
import { readHtml } from './html.ts';
import { clean } from './clean.ts';
import { readPage } from './page.ts';
it('x',()=>{ const t='<p>'+'a / b › '.repeat(250000); let a=performance.now(); const p=readHtml(t); console.log('html',performance.now()-a); a=performance.now(); clean(p.whole,null); console.log('clean',performance.now()-a); a=performance.now(); readPage(t,{},[]); console.log('page',performance.now()-a);
 const m='<meta name="a" content="b">'.repeat(11900); a=performance.now(); readHtml(m);console.log('metas',performance.now()-a);
 const d='<div></div>'.repeat(11900); a=performance.now(); readHtml(d);console.log('divs',performance.now()-a);
},100000);
