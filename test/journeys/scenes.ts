/** Pictures as units send them: a conference and a school yard, drawn, so that nobody's photo is needed. */
import { drawPng } from '../../locales/draw-png.ts'

const star = 'M0-10 2.4-3.2 9.5-3.1 3.8 1.2 5.9 8.1 0 4 -5.9 8.1 -3.8 1.2 -9.5-3.1 -2.4-3.2z'

const flag = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><rect x="-18" y="-12" width="36" height="24" fill="#d8221c"/>
    <path d="${star}" fill="#ffde33" transform="scale(.8)"/></g>`

const person = (x: number, y: number, hair: string, shirt: string) =>
  `<g transform="translate(${x} ${y})"><path d="M-30 64C-30 4 30 4 30 64z" fill="${shirt}"/>
    <circle r="20" fill="${hair}"/></g>`

/** Rows of people, a little different from each other. */
function people(rows: number, each: number, top: number): string {
  const [hairs, shirts] = [
    ['#2a211d', '#3b2f2a', '#554a45'],
    ['#e9eef2', '#9fc0d8', '#d9c7a8', '#7d95ab'],
  ]
  const seats = Array.from({ length: rows * each }, (_, nth) => {
    const [row, seat] = [Math.floor(nth / each), nth % each]
    const x = 40 + seat * (560 / (each - 1)) + (row % 2) * 22
    return person(x, top + row * 62, hairs[(nth * 2 + row) % 3] ?? '', shirts[(nth * 3 + row) % 4] ?? '')
  })
  return seats.join('')
}

const picture = (inside: string) =>
  Buffer.from(
    drawPng(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${inside}</svg>`).bytes,
  )

export const conference = () =>
  picture(`<rect width="640" height="480" fill="#c9b48f"/><rect y="250" width="640" height="230" fill="#8c6a45"/>
    <rect x="60" y="24" width="520" height="190" fill="#a3181b"/><rect x="60" y="24" width="520" height="14" fill="#7c1013"/>
    ${flag(120, 100, 2)}
    <text x="345" y="98" fill="#ffe27a" font-size="34" font-weight="600" text-anchor="middle" font-family="Be Vietnam Pro">HỘI NGHỊ TỔNG KẾT</text>
    <text x="345" y="146" fill="#ffe27a" font-size="24" text-anchor="middle" font-family="Be Vietnam Pro">Phong trào thi đua năm 2026</text>
    <rect x="470" y="196" width="80" height="90" rx="6" fill="#6b4526"/>${person(510, 170, '#2a211d', '#22364d')}
    <rect x="476" y="206" width="68" height="70" fill="#7c5230"/><circle cx="100" cy="236" r="24" fill="#3f7d3a"/>
    <circle cx="90" cy="226" r="6" fill="#e8577a"/><circle cx="108" cy="232" r="6" fill="#f4c542"/>${people(3, 7, 320)}`)

export const schoolYard = () =>
  picture(`<rect width="640" height="480" fill="#9fd0ef"/><circle cx="545" cy="80" r="36" fill="#fff1b0"/>
    <path d="M0 230 130 150 250 220 380 140 520 220 640 170V300H0z" fill="#6fa36b"/>
    <rect x="90" y="190" width="460" height="140" fill="#f3d98b"/><path d="M70 192 320 120 570 192z" fill="#b9462f"/>
    <rect x="290" y="250" width="60" height="80" fill="#7c4a2b"/>
    ${[120, 200, 390, 470].map((x) => `<rect x="${x}" y="225" width="50" height="55" fill="#5d93b8" stroke="#fff" stroke-width="5"/>`).join('')}
    <rect y="330" width="640" height="150" fill="#d8c39a"/><rect x="52" y="70" width="6" height="270" fill="#8b8f94"/>${flag(96, 92, 2)}
    ${people(2, 9, 370)}`)
