import sharp from 'sharp'
// join pictures side by side
const [,,out,...fs]=process.argv
const ms=await Promise.all(fs.map(async f=>({f,...await sharp(`/tmp/dz/${f}.png`).metadata()})))
const W=ms.reduce((a,m)=>a+m.width+10,0),H=Math.max(...ms.map(m=>m.height));let x=0
const comp=ms.map(m=>{const c={input:`/tmp/dz/${m.f}.png`,left:x,top:0};x+=m.width+10;return c})
await sharp({create:{width:W,height:H,channels:3,background:'#888'}}).composite(comp).png().toFile(`/tmp/dz/${out}.png`)
