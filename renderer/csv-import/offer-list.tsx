import { Select } from '@mantine/core'
import type { ChangeView } from './import-view'
import classes from './import.module.css'

/** Part numbers of the file that may be parts of the plan written otherwise: nothing is done with them before it is said. */
export function OfferList({ change, matches, onMatch }: { readonly change: ChangeView; readonly matches: Readonly<Record<string, string>>; readonly onMatch: (key: string, partId: string) => void }) {
  if (change.offers.length === 0) return null
  return (
    <section className={classes.card} data-tone="ask" aria-labelledby="offers-heading">
      <div className={classes.cardHead}>
        <div>
          <h2 id="offers-heading" className={classes.heading}>
            {change.offers.length === 1 ? 'One part number is nearly one of the plan' : `${change.offers.length} part numbers are nearly ones of the plan`}
          </h2>
          <p className={classes.note}>They differ in case, zeros in front or spaces, or a spreadsheet has changed them. Nothing is taken of them until you say which part is meant.</p>
        </div>
      </div>
      {change.offers.map(({ key, line, candidates }) => (
        <div key={key} className={classes.offer}>
          <span>
            <strong>{key}</strong>
            {line > 0 && <span className={classes.rowCells}>line {line}</span>}
          </span>
          <Select
            aria-label={`Part meant by ${key}`}
            placeholder="Not decided: left out"
            value={matches[key] ?? null}
            data={[...candidates.map((part) => ({ value: part.id, label: `${part.partNumber}${part.plant === '' ? '' : `, plant ${part.plant}`}` })), { value: 'new', label: 'A new part' }, { value: 'skip', label: 'Leave it out' }]}
            onChange={(value) => (value === null ? undefined : onMatch(key, value))}
          />
        </div>
      ))}
    </section>
  )
}
