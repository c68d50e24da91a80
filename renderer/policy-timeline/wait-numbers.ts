/** Numbers of days written one after the other and separated by semicolons, or null when one of them is none. */
export function waitDaysFrom(text: string, decimalSign: 'comma' | 'point'): readonly number[] | null {
  const pieces = text.split(';').map((piece) => piece.trim()).filter((piece) => piece !== '')
  const pattern = decimalSign === 'comma' ? /^\d{1,4}(?:,\d{1,3})?$/ : /^\d{1,4}(?:\.\d{1,3})?$/
  if (pieces.length === 0 || pieces.some((piece) => !pattern.test(piece))) return null
  return pieces.map((piece) => Number(piece.replace(',', '.')))
}
