import { useFormats } from '../ui/app-context'
import classes from './import.module.css'
import type { ImportView } from './import-view'
import { skippedTitle } from './import-words'

/** What became of every line: lines = imported + held + skipped, and the headings. */
export function LinesCard({ view }: { readonly view: ImportView }) {
  const formats = useFormats()
  const { lines, skipped } = view
  const shares = [
    { id: 'imported', words: view.outcome === 'question' ? 'can be imported' : 'imported', count: lines.imported, seg: classes.segImported, mark: classes.markImported },
    { id: 'held', words: 'held', count: lines.held, seg: classes.segHeld, mark: classes.markHeld },
    { id: 'skipped', words: 'skipped', count: lines.skipped, seg: classes.segSkipped, mark: classes.markSkipped },
    { id: 'header', words: 'of headings', count: lines.header, seg: classes.segHeader, mark: classes.markHeader },
  ].filter(({ count }) => count > 0)
  if (lines.total === 0) return null
  return (
    <section className={classes.card} aria-labelledby="lines-heading">
      <div className={classes.cardHead}>
        <h2 id="lines-heading" className={classes.heading}>
          What becomes of each line
        </h2>
      </div>
      <div className={classes.bar} aria-hidden>
        {shares.map(({ id, count, seg }) => (
          <span key={id} className={seg} style={{ flex: `${count} 0 0` }} />
        ))}
      </div>
      <ul className={classes.equation} aria-label={`${lines.total} lines`}>
        <li>
          <span className={classes.figure}>{formats.whole(lines.total)}</span> {view.isPreview ? 'lines so far' : lines.total === 1 ? 'line' : 'lines'} =
        </li>
        {shares.map(({ id, words, count, mark }) => (
          <li key={id}>
            <span className={`${classes.mark} ${mark}`} aria-hidden />
            <span className={classes.figure}>{formats.whole(count)}</span> {words}
          </li>
        ))}
      </ul>
      {skipped.length > 0 && (
        <details className={classes.more}>
          <summary>Why lines are skipped</summary>
          <ul className={classes.skipped}>
            {skipped.map(({ kind, count, lines: at, reason }) => (
              <li key={kind}>
                <strong>{skippedTitle(kind)}</strong> ({formats.whole(count)}): line{at.length === 1 ? '' : 's'} {at.join(', ')}
                {count > at.length ? ` and ${formats.whole(count - at.length)} more` : ''}
                {kind === 'blank' ? '' : ` (${reason})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
