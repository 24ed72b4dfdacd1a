import { chromium } from '@playwright/test'
const [,, path, width='1440', scheme='light', out='/tmp/diag-shot', act=''] = process.argv
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run','--disable-quic']})
const p = await b.newPage({viewport:{width:+width,height:1900},colorScheme:scheme})
p.on('pageerror',e=>console.log('ERR',e.message)); p.on('console',m=>m.type()==='error'&&console.log('CON',m.text()))
await p.goto('http://localhost:4591/'+path); await p.waitForTimeout(1500)
if(act==='practice'){ await p.locator('#what-run-a input').nth(1).check(); await p.locator('#what-run-a details summary').click(); }
if(act.startsWith('file:')){ await p.locator('.lab[data-awake]').first().waitFor(); await p.locator('input[type=file]').first().setInputFiles(act.slice(5)); await p.waitForTimeout(4000)}
const h=await p.evaluate(()=>document.documentElement.scrollHeight); console.log('height',h, 'sw', await p.evaluate(()=>document.documentElement.scrollWidth))
let i=0; for(let y=0;y<h;y+=1900){ await p.screenshot({path:`${out}-${i++}.png`,clip:{x:0,y,width:+width,height:Math.min(1900,h-y)},fullPage:true}) }
await b.close()
