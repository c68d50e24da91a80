import { useEffect, useRef, type RefObject } from 'react'
import { plainCellText } from './cell-text'
import type { NumberRegion } from './decimal-signs'
import { clearPlan } from './fill-plan'
import { pastePlan } from './paste-plan'
import { htmlTable, tsvRows, tsvText } from './tsv-text'
import type { GridController } from './use-grid-controller'

/** Copies, cuts and pastes by the page's own clipboard events, so that menus, keys and other programs all work. */
export function useGridClipboard<Row>(root: RefObject<HTMLDivElement | null>, controller: GridController<Row>, region: NumberRegion): void {
  const latest = useRef({ controller, region })
  useEffect(() => {
    latest.current = { controller, region }
  })
  useEffect(() => {
    // The events go to the focused element or to the body; only what has the focus says whether they are for us.
    const isOurs = (): boolean => {
      const focused = document.activeElement
      return focused !== null && root.current?.contains(focused) === true && focused.closest('[data-row]') !== null && !focused.matches('input, select, textarea')
    }
    const onCopy = (event: ClipboardEvent): void => {
      if (!isOurs() || event.clipboardData === null) return
      const copied = copiedBlock(latest.current.controller, latest.current.region)
      if (copied === null) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', tsvText(copied.rows))
      event.clipboardData.setData('text/html', htmlTable(copied.rows, copied.isText))
      const { controller: grid } = latest.current
      const { range } = grid.placed
      if (range === null) return
      if (event.type === 'cut') grid.carryOut('cut', clearPlan(grid.edited, range))
      else grid.say(`${copied.rows.length} x ${copied.isText.length} copied.`)
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOurs() || event.clipboardData === null) return
      event.preventDefault()
      const { controller: grid, region: ofUser } = latest.current
      const { range } = grid.placed
      if (range === null) return
      const block = tsvRows(event.clipboardData.getData('text/plain'))
      if (block.length === 0) grid.say('The clipboard holds no text; copy cells or text first.')
      else grid.carryOut('paste', pastePlan(grid.edited, { block, selection: range, region: ofUser }))
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [root])
}

/** The selected cells as raw text, and which columns hold texts. */
function copiedBlock<Row>({ placed, table }: GridController<Row>, region: NumberRegion): { readonly rows: readonly (readonly string[])[]; readonly isText: readonly boolean[] } | null {
  const { range } = placed
  if (range === null) return null
  const columns = table.columns.slice(range.firstColumn, range.lastColumn + 1)
  const rows = table.rows.slice(range.firstRow, range.lastRow + 1)
  return {
    rows: rows.map((row) => columns.map((column) => plainCellText(column.valueIn(row), column.type, region.sign))),
    isText: columns.map(({ type }) => type.kind === 'text'),
  }
}
