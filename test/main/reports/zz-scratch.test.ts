import { it } from 'vitest';
import { statSync } from 'node:fs';
import { connect } from '#main/db/open.ts';
import { wardWithDischarges, NASTY } from './ward-with-discharges.ts';
it('bench', async () => {
  const ward = await wardWithDischarges([{details:{name:'x'},bed:'A-01-01',arrived:'2022-04-03 12:00',left:'2022-04-05 10:00'}]);
  const db = connect(ward.file, {});
  const seq = (db.prepare('select max(seq) s from act').get() as {s:number}).s;
  const beds = db.prepare('select id from bed order by code').all() as {id:string}[];
  const N=26462; const ds=['朝阳区','南关区','宽城区','二道区','绿园区',''];
  const t=performance.now();
  db.transaction(()=>{
    const p=db.prepare(`insert into person values(?,?,'a','a','male','1980-02-03','resident-id',?,?,'13800000000','13800000000',0)`);
    const s=db.prepare(`insert into stay values(?,?,?,null,null,'人民大街1号',?,?,null,'',null,'walks','','','','','',0)`);
    const sp=db.prepare(`insert into stay_period(stay_id,from_at,to_at,way,destination,companion,note,recorded_by) values(?,?,?,'on-order','','','',?)`);
    const c=db.prepare(`insert into stay_classification(stay_id,from_at,classification,recorded_by) values(?,?,'mild',?)`);
    const a=db.prepare(`insert into bed_assignment(stay_id,bed_id,from_at,to_at,recorded_by) values(?,?,?,?,?)`);
    for(let i=0;i<N;i++){
      const id=(k:string)=>`${k}0000000-0000-7000-8000-${String(i).padStart(12,'0')}`;
      const from=new Date(1650000000000+Math.floor(i/18)*3600_000+i).toISOString(), to=new Date(1650000000000+Math.floor(i/18)*3600_000+3000_000+i).toISOString();
      p.run(id('1'),'张'+String.fromCharCode(0x4e00+i%5000),String(100000000000000000n+BigInt(i)),`${i}`.padStart(4,'0').slice(-4));
      s.run(id('2'),i+100,id('1'),ds[i%6],'街道'+i%40); sp.run(id('2'),from,to,seq); c.run(id('2'),from,seq); a.run(id('2'),beds.slice(2)[i%18]!.id,from,to,seq);
    }
  })();
  console.log('fill', performance.now()-t);
  ward.at('2026-01-01 00:00');
  const P={from:'2022-01-01T00:00+08:00',to:'2026-01-01T00:00+08:00'};
  for (let k=0;k<2;k++){ const t0=performance.now(); const r=await ward.call('reports.discharges',P); console.log('report',r.lines.length, Math.round(performance.now()-t0)); }
  {const t0=performance.now(); const r=await ward.call('reports.discharges',{from:'2022-04-20T00:00+08:00',to:'2022-04-21T00:00+08:00'}); console.log('one day',r.lines.length, Math.round(performance.now()-t0));}
  for (const format of ['csv','xlsx'] as const){ const m0=process.memoryUsage().rss; const t0=performance.now(); const r=await ward.call('reports.dischargeFile',{...P,format,language:'zh-CN',madeBy:ward.operatorId}); console.log(format, Math.round(performance.now()-t0),'ms',statSync(r.file).size, Math.round((process.memoryUsage().rss-m0)/1e6),'MB'); }
  {const t0=performance.now(); const r=await ward.call('reports.dischargeFile',{from:'2022-04-20T00:00+08:00',to:'2022-04-21T00:00+08:00',format:'xlsx',language:'zh-CN',madeBy:ward.operatorId}); console.log('one day xlsx',r.lines, Math.round(performance.now()-t0));}
  db.close(); await ward.close();
}, 300000);
