/** A name for a PDF on any system, from a title and perhaps a day. */
export function pdfFileName(title: string, isoDate?: string): string {
  const safe = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim().slice(0, 80)
  return `${safe === '' ? 'Plan' : safe}${isoDate === undefined ? '' : ` ${isoDate}`}.pdf`
}
