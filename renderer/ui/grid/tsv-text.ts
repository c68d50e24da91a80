/**
 * The rows of text from a spreadsheet's clipboard: cells parted by tabs, a quoted cell may hold tabs, line breaks and doubled quotes.
 *
 * A quote counts only at the start of a cell, so `5" disc` stays as it is; a quote that is never closed is taken as it stands.
 * One line break at the end belongs to the last row. Rows keep their own length.
 */
export function tsvRows(text: string): readonly (readonly string[])[] {
  if (text === '') return []
  const rows: string[][] = []
  let row: string[] = []
  let place = 0
  const endRow = (): void => {
    rows.push(row)
    row = []
  }
  for (;;) {
    const quoted = text[place] === '"' ? quotedCell(text, place) : null
    const end = quoted === null ? endOfCell(text, place) : quoted.end
    row.push(quoted === null ? text.slice(place, end) : quoted.cell)
    if (end >= text.length) {
      endRow()
      return rows
    }
    if (text[end] === '\t') {
      place = end + 1
      continue
    }
    endRow()
    place = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    if (place >= text.length) return rows
  }
}

function endOfCell(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

// Null unless the quote is closed right before a tab, a line break or the end.
function quotedCell(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = ''
  let place = start + 1
  for (;;) {
    const close = text.indexOf('"', place)
    if (close < 0) return null
    cell += text.slice(place, close)
    if (text[close + 1] === '"') {
      cell += '"'
      place = close + 2
      continue
    }
    const end = close + 1
    const isClosed = end >= text.length || text[end] === '\t' || text[end] === '\n' || text[end] === '\r'
    return isClosed ? { cell, end } : null
  }
}

/** Rows of cells as a spreadsheet takes them from the clipboard: tabs, CRLF, quotes only where they are needed. */
export function tsvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n')
}

function tsvCell(cell: string): string {
  return /[\t\n\r]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The same rows as an HTML table, which keeps `00123` and dates from being converted. Texts are marked as text for Excel. */
export function htmlTable(rows: readonly (readonly string[])[], isTextColumn: readonly boolean[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell, column) => htmlCell(cell, isTextColumn[column] === true)).join('')}</tr>`)
  return `<table><tbody>${body.join('')}</tbody></table>`
}

function htmlCell(cell: string, isText: boolean): string {
  const shown = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r?\n/g, '<br>')
  return isText ? `<td style="mso-number-format:'\\@'">${shown}</td>` : `<td>${shown}</td>`
}
