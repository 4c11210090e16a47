import { rmSync } from 'node:fs';
import { createDemonstration } from '#main/demo/create-demonstration.ts';
import { openWardFile } from '#main/db/open.ts';
import { createRouter } from '#main/ipc/router.ts';
import { handlers } from '#main/handlers.ts';
import { shippedLayout } from '#main/setup/layouts.ts';
const log={ defect: (_i: string, p: string, e: unknown) => console.error(p, e), slow: () => {} };
const [l,pat,days,a,b]=process.argv.slice(2);
for(let seed=Number(a);seed<=Number(b);seed++){const f=`/tmp/demo/s${process.pid}/ward.db`;rmSync(f,{force:true});
const now=new Date(Date.parse('2022-04-14T00:10:00Z')+seed*3*3600e3).toISOString() as never;
const made=await createDemonstration(f,{patients:Number(pat),days:Number(days),seed,now,layout:shippedLayout(l!),log});
const ward=openWardFile(f);const r=createRouter({ward,zone:'Asia/Shanghai' as never,exportFolder:'',trustsPaths:false,handlers,clock:()=>Date.parse(now),publish:()=>{},log});
const v:any=await r('ward.verify',{});const c:any=await r('ward.census',{});console.log(seed,now,JSON.stringify(made),v.value.clean,JSON.stringify(v.value.problems.slice(0,3)),JSON.stringify(c.value.beds),c.value.patients.waiting);await ward.close()}
