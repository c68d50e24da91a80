import { Button } from '@mantine/core'
import { Fragment } from 'react'
import classes from './import.module.css'
import type { ProblemRow } from './import-view'

const mostLetters = 24

/** The cells of a row that has too many, with a way to join two where a delimiter belongs to their text; the join that fits every column first. */
export function SplitCells({ row, line, onJoin }: { readonly row: ProblemRow; readonly line: number; readonly onJoin: (places: readonly number[]) => void }) {
  const { cells, join } = row
  const fit = join?.[0]
  return (
    <>
      <span className={classes.split} role="group" aria-label={`Cells of line ${line}`}>
        {cells.map((cell, place) => (
          <Fragment key={place}>
            <span className={classes.splitCell}>{cell === '' ? '\u00a0' : cell}</span>
            {place < cells.length - 1 && (
              <button type="button" className={classes.joinButton} title="Join the two" aria-label={`Join ${shortened(cell)} and ${shortened(cells[place + 1] ?? '')} on line ${line}`} onClick={() => onJoin([place])}>
                +
              </button>
            )}
          </Fragment>
        ))}
      </span>
      {join !== null && fit !== undefined && (
        <Button size="compact-xs" variant="default" onClick={() => onJoin(join)}>
          Join {cells.slice(fit, fit + join.length + 1).map(shortened).join(' and ')}: then every column fits
        </Button>
      )}
    </>
  )
}

/** Which line counts wherever several are for one part. */
export function RepeatButtons({ canAdd, onRepeats }: { readonly canAdd: boolean; readonly onRepeats: (choice: 'first' | 'last' | 'sum') => void }) {
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => onRepeats('first')}>
        Keep the first of each
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => onRepeats('last')}>
        Keep the last of each
      </Button>
      {canAdd && (
        <Button size="compact-sm" variant="subtle" onClick={() => onRepeats('sum')}>
          Add up each
        </Button>
      )}
    </>
  )
}

function shortened(cell: string): string {
  return cell === '' ? 'an empty cell' : `“${cell.length > mostLetters ? `${cell.slice(0, mostLetters - 1)}…` : cell}”`
}
