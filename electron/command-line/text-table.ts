/** A column of a table for people. */
export type TextColumn = {
  /** Heading, up to two lines. */
  readonly heading: readonly string[]
  /** Numbers stand to the right, words to the left. */
  readonly align: 'left' | 'right'
  readonly cells: readonly string[]
}

/** A table for people: headings, a rule, and aligned rows; an optional last row of sums under a second rule. */
export function textTable(columns: readonly TextColumn[], options: { readonly hasSums: boolean } = { hasSums: false }): string {
  const shown = columns.filter((column) => column.cells.length > 0)
  const headingLines = Math.max(...shown.map((column) => column.heading.length))
  const widths = shown.map((column) => Math.max(...column.heading.map(width), ...column.cells.map(width)))
  const line = (cellOf: (column: TextColumn) => string): string =>
    shown
      .map((column, index) => padded(cellOf(column), widths[index] as number, column.align))
      .join('  ')
      .trimEnd()
  const rule = widths.map((one) => '─'.repeat(one)).join('  ')
  const rows = Math.max(...shown.map((column) => column.cells.length))
  const lines: string[] = []
  for (let row = 0; row < headingLines; row++) {
    lines.push(line((column) => column.heading[row - headingLines + column.heading.length] ?? ''))
  }
  lines.push(rule)
  for (let row = 0; row < rows; row++) {
    if (options.hasSums && row === rows - 1) lines.push(rule)
    lines.push(line((column) => column.cells[row] ?? ''))
  }
  return `${lines.join('\n')}\n`
}

/** Columns a text takes on a terminal: wide East Asian characters take two, combining marks none. */
function width(text: string): number {
  let columns = 0
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue
    columns += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1
  }
  return columns
}

function padded(text: string, columns: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)))
  return align === 'left' ? text + space : space + text
}

/** Text broken into lines of at most `columns`, all but the first indented. */
export function wrapped(text: string, options: { readonly columns: number; readonly indent: string }): string {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`
    if (current !== '' && width(next) + (lines.length > 0 ? options.indent.length : 0) > options.columns) {
      lines.push(current)
      current = word
    } else {
      current = next
    }
  }
  lines.push(current)
  return lines.join(`\n${options.indent}`)
}
