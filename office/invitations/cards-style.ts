/** How the invitation cards look: on paper for eyes over sixty, in black on any printer; on a screen as a preview. */

export const CARD_STYLE = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body {
  background: #e7e4df; color: #16130f;
  font: 9.5pt/1.32 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif;
}
header { display: flex; gap: 6mm; align-items: center; justify-content: center; padding: 5mm; font-size: 11pt }
header button {
  padding: 2mm 6mm; border: 0; border-radius: 1.5mm; background: #8f1d21; color: #fff; font: inherit; font-weight: 600;
}
main {
  width: 210mm; height: 297mm; margin: 0 auto 8mm; padding: 8mm; background: #fff;
  display: grid; grid-template: repeat(3, minmax(0, 1fr)) / repeat(2, minmax(0, 1fr)); break-after: page;
}
article {
  display: flex; flex-direction: column; overflow: hidden; padding: 5.5mm 6mm;
  border: 0.25mm dashed #a09a92; margin: -0.125mm;
}
.office { padding-left: 2.5mm; border-left: 1mm solid #8f1d21; color: #5b544c; font-size: 8.5pt; line-height: 1.3 }
.office b { display: block; color: #8f1d21; font-size: 9pt }
h2 { margin-top: 3mm; font-size: 13.5pt; line-height: 1.2; text-wrap: pretty }
.person { margin-top: 1mm; font-size: 10.5pt; line-height: 1.25 }
/* The white around the square is part of it: without three millimetres a camera does not find it. */
.way { display: flex; gap: 5mm; align-items: center; margin: auto 0; padding: 3mm 0; color: #5b544c; font-size: 9pt }
figure { flex: none; width: 29mm; height: 29mm }
figure svg { display: block; width: 100%; height: 100% }
.code {
  color: #16130f; font-size: 26pt; font-weight: 700; line-height: 1.2; white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
ol { padding-left: 4.5mm; font-size: 10pt }
li::marker { font-weight: 700; color: #8f1d21 }
.help { margin-top: 1mm; color: #16130f; font-weight: 600 }
@media print {
  body { background: none }
  header { display: none }
  main { margin: 0 }
  main:last-child { break-after: auto }
}
`
