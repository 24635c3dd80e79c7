import sharp from 'sharp'
const [,,f,...ys]=process.argv
const m=await sharp(`/tmp/dz/${f}.png`).metadata()
const h=Math.ceil(m.height/ +ys[0])
for(let i=0;i<+ys[0];i++) await sharp(`/tmp/dz/${f}.png`).extract({left:0,top:i*h,width:m.width,height:Math.min(h,m.height-i*h)}).toFile(`/tmp/dz/${f}-${i}.png`)
