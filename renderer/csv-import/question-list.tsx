import type { ImportQuestion } from '../../shared/csv/import-question'
import { fieldLabel, choiceLabel, questionTitle } from './import-words'
import classes from './import.module.css'

/** What nothing in the file tells: each question with a real part of it, and what every answer would make of it. */
export function QuestionList({ questions, onAnswer }: { readonly questions: readonly ImportQuestion[]; readonly onAnswer: (id: string, choice: string) => void }) {
  if (questions.length === 0) return null
  return (
    <section className={classes.card} data-tone="ask" aria-labelledby="questions-heading">
      <div className={classes.cardHead}>
        <h2 id="questions-heading" tabIndex={-1} className={classes.heading}>
          {questions.length === 1 ? 'One thing the file does not tell' : `${questions.length} things the file does not tell`}
        </h2>
      </div>
      {questions.map((question) => (
        <fieldset key={question.id} className={classes.question}>
          <legend>{questionTitle(question.id)}</legend>
          <p className={classes.questionText}>{worded(question.text)}</p>
          <div className={classes.choices}>
            {question.choices.map((choice) => {
              const reading = question.readings.find((each) => each.choice === choice)?.text ?? ''
              const isSaid = question.kind === 'ambiguous-column' || reading === ''
              return (
                <button key={choice} type="button" className={classes.choice} onClick={() => onAnswer(question.id, choice)}>
                  <span className={classes.choiceName}>{choiceLabel(choice)}</span>
                  {!isSaid && <span className={classes.choiceReading}>{reading}</span>}
                </button>
              )
            })}
          </div>
        </fieldset>
      ))}
    </section>
  )
}

/** The engine names fields by their identifiers; the screen by their words. */
function worded(text: string): string {
  return text.replace(/^(Which column is )(\w+):/u, (_, start: string, field: string) => `${start}“${fieldLabel(field)}”:`)
}
