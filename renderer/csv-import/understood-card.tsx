import { Button, CloseButton, Select } from '@mantine/core'
import type { ImportChoices } from '../../shared/csv/import-column'
import { importKinds, type ImportKind } from '../../shared/csv/import-field'
import { useFormats } from '../ui/app-context'
import classes from './import.module.css'
import type { ImportView } from './import-view'
import { choiceLabel, delimiterLabels, encodingLabels, kindLabels, questionTitle } from './import-words'

const claimIds = new Set(['encoding', 'delimiter', 'decimal', 'header-line', 'sheet'])

/** What was understood of the file, in a sentence; every claim can be changed, and the file is read again at once. */
export function UnderstoodCard(props: { readonly view: ImportView; readonly choices: ImportChoices; readonly isRemembered: boolean; readonly onChoose: (choices: ImportChoices) => void }) {
  const { view, choices, onChoose } = props
  const formats = useFormats()
  const { understood } = view
  const isWorkbook = understood.encoding === 'xlsx'
  const answer = (id: string, value: string | null): void => {
    const { [id]: _, ...others } = choices.answers
    onChoose({ ...choices, answers: value === null ? others : { ...others, [id]: value } })
  }
  const given = Object.entries(choices.answers).filter(([id]) => !claimIds.has(id))
  return (
    <section className={classes.card} aria-labelledby="understood-heading">
      <div className={classes.cardHead}>
        <h2 id="understood-heading" className={classes.heading}>
          What was understood
        </h2>
      </div>
      {view.outcome !== 'refused' && (
        <p className={classes.understood} aria-live="polite">
          {view.outcome === 'question' ? beforeQuestions(view) : `${view.message.slice(0, 1).toUpperCase()}${view.message.slice(1)}`}
        </p>
      )}
      {props.isRemembered && (
        <p className={classes.remembered}>
          Read as you decided for an earlier file with these headings.
          <Button size="compact-xs" variant="subtle" onClick={() => onChoose({ kind: null, map: {}, answers: {} })}>
            Read it without those answers
          </Button>
        </p>
      )}
      <div className={classes.claims}>
        {view.sheets.length > 1 && (
          <Select
            label="Sheet"
            allowDeselect={false}
            value={understood.sheet}
            data={view.sheets.map(({ name, rowCount }) => ({ value: name, label: `${name} (${formats.whole(rowCount)} rows)` }))}
            comboboxProps={{ width: 'max-content', position: 'bottom-start', withinPortal: true, portalProps: { target: '#floating' }, floatingStrategy: 'fixed' }}
            // Another sheet is another table: what was said of the columns of this one does not hold there.
            onChange={(sheet) => (sheet === null ? undefined : onChoose({ kind: null, map: {}, answers: { sheet } }))}
          />
        )}
        {!isWorkbook && (
          <Select label="Letters" allowDeselect={false} value={understood.encoding || null} data={Object.entries(encodingLabels).map(([value, label]) => ({ value, label }))} onChange={(value) => answer('encoding', value)} />
        )}
        {!isWorkbook && (
          <Select label="Between cells" allowDeselect={false} value={understood.delimiter} data={Object.entries(delimiterLabels).map(([value, label]) => ({ value, label }))} onChange={(value) => answer('delimiter', value)} />
        )}
        {!isWorkbook && (
          <Select
            label="Decimal sign"
            placeholder={view.questions.some(({ id }) => id === 'decimal') ? 'asked below' : 'no number needs one'}
            allowDeselect={false}
            value={understood.decimal}
            data={[
              { value: 'comma', label: 'Comma' },
              { value: 'point', label: 'Point' },
            ]}
            description={decimalReason(view, choices)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(value) => answer('decimal', value)}
          />
        )}
        <Select
          label="Headings"
          placeholder="not found"
          allowDeselect={false}
          value={understood.headerLine === null ? null : String(understood.headerLine)}
          data={view.firstRows.filter(({ text }) => text !== '').map(({ line, text }) => ({ value: String(line), label: `Line ${line}: ${text.slice(0, 60)}` }))}
          comboboxProps={{ width: 460, position: 'bottom-start', withinPortal: true, portalProps: { target: '#floating' }, floatingStrategy: 'fixed' }}
          onChange={(value) => answer('header-line', value)}
        />
        <Select
          label="It is about"
          placeholder="not known"
          allowDeselect={false}
          value={understood.kind}
          data={importKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          onChange={(value) => onChoose({ ...choices, kind: value as ImportKind | null })}
        />
      </div>
      {given.length > 0 && (
        <ul className={classes.answers} aria-label="Your answers">
          {given.map(([id, choice]) => (
            <li key={id}>
              {id.startsWith('part:') ? `${id.slice(5)} is ${choice}` : `${questionTitle(id)}: ${choiceLabel(choice)}`}
              <CloseButton size="xs" aria-label={`Take back: ${questionTitle(id)}`} onClick={() => answer(id, null)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The sentence without the questions, which stand below. */
function beforeQuestions({ message }: ImportView): string {
  return message.replace(/\. (?:One question is|\d+ questions are) open: .*$/su, '. Something has to be decided first; it is asked below.')
}

function decimalReason({ understood }: ImportView, { answers }: ImportChoices): string | undefined {
  if (understood.decimalProof !== null) return `proved by ${understood.decimalProof.cell} on line ${understood.decimalProof.line}`
  return answers['decimal'] === undefined ? undefined : 'you said so'
}
