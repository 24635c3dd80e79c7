import { chromium } from 'playwright-core'
const [,, base, path, name, width='1280', height='900', ...flags] = process.argv
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-sync','--disable-background-networking','--disable-component-update']})
const c = await b.newContext({baseURL:base,viewport:{width:+width,height:+height},javaScriptEnabled:!flags.includes('nojs'),colorScheme:flags.includes('dark')?'dark':'light',locale:'fr-FR',contrast:flags.includes('more')?'more':null,forcedColors:flags.includes('forced')?'active':null})
const p = await c.newPage()
p.on('console',m=>m.type()==='error'&&console.log('console',m.text()))
if (flags.includes('admin')) { await p.goto('/connexion'); await p.fill('[name=email]', process.env.EMAIL); await p.fill('[name=password]', process.env.PW); await p.press('[name=password]','Enter'); await p.waitForLoadState() }
await p.goto(path)
console.log(await p.evaluate?.(`document.documentElement.scrollWidth+' / '+document.documentElement.clientWidth+' h='+document.documentElement.scrollHeight`).catch(()=>''))
await p.screenshot({path:`/tmp/dz/${name}.png`,fullPage:!flags.includes('view')})
await b.close()
