import { Button, Select, TextInput } from '@mantine/core'
import { IconCopy, IconSearch } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { civilDate } from '../../shared/calendar/civil-date'
import { ageWords } from '../plan/age-words'
import { PauseQuestions } from '../plan/pause-question'
import { usePlan, usePlanState, usePlanStore, useTotals } from '../plan/plan-context'
import { isNothingKnown } from '../plan/plan-totals'
import { usePartsJob } from '../plan/use-part-job'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { commonEvents } from '../../shared/policy-timeline/compiled-phases'
import { useFormats } from '../ui/app-context'
import { useCommands, type Command } from '../ui/commands'
import { EmptyState } from '../ui/empty-state'
import { noFigure } from '../ui/formats'
import { HelpTerm } from '../ui/help-term'
import { isKnownScreen } from '../ui/known-screens'
import { Later } from '../ui/later'
import { noticeDone, noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import { StatTile, StatTiles } from '../ui/stat-tile'
import { actionRows, actionWords, type ActionRow } from '../plan/action-rows'
import classes from './actions.module.css'
import { AttentionPanel, showAttentionGroup } from './attention-panel'
import { attentionGroups } from './attention-groups'
import { OrderTable } from './order-table'
import { originNote } from './origin-note'
import { orderText } from './order-text'
import { SinceVersionLine } from './since-version-line'

const nothingKnown = 'no part has figures yet; “What deserves a look” says what they lack'

/** The home of a plan: what to order, by when and why, and which parts deserve a look. */
export function ActionsScreen() {
  const store = usePlanStore()
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const figuresVersion = usePlanState((state) => state.figuresVersion)
  const totals = useTotals()
  const job = usePartsJob('actions')
  const searchField = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState('')
  const [supplier, setSupplier] = useState<string | null>(null)
  const [licence, setLicence] = useState<string | null>(null)
  const { currency } = plan.settings
  const words = actionWords(formats)

  const rows = useMemo(
    () => (void figuresVersion, actionRows(plan.parts, { figuresOf: store.figuresOf, actionsOf: (id) => job.byPart.get(id), today: planningDate, words })),
    [plan.parts, store, job.byPart, planningDate, words, figuresVersion],
  )
  const groups = useMemo(
    () => (void figuresVersion, attentionGroups(plan.parts, { figuresOf: store.figuresOf, actionsOf: (id) => job.byPart.get(id), words, percent: formats.percent })),
    [plan.parts, store, job.byPart, words, formats, figuresVersion],
  )
  const suppliers = useMemo(() => [...new Set(plan.parts.map((part) => part.supplier).filter((name) => name !== ''))].toSorted((a, b) => a.localeCompare(b)), [plan.parts])
  const shown = useMemo(() => {
    const letters = wanted.toLowerCase()
    if (letters === '' && supplier === null && licence === null) return rows
    return rows.filter(
      (row) =>
        (supplier === null || row.part.supplier === supplier) &&
        (licence === null || row.licence === licence) &&
        `${row.part.partNumber} ${row.part.description} ${row.part.supplier}`.toLowerCase().includes(letters),
    )
  }, [rows, wanted, supplier, licence])
  // The long lists follow in pieces between which the window answers.
  const shownOrders = useDeferredValue(shown)
  const shownGroups = useDeferredValue(groups)
  const age = useMemo(
    () => timelineAge(civilDate(planningDate), commonEvents({ builtIn: builtInEvents, own: plan.timeline.events, setAsideIds: plan.timeline.setAsideEventIds })),
    [planningDate, plan.timeline],
  )
  const origin = useMemo(() => (void figuresVersion, originNote(plan.parts, store.figuresOf, formats.percent)), [plan.parts, store, formats, figuresVersion])
  const dueCost = rows.reduce((sum, row) => sum + (row.cost ?? 0), 0)
  const ordersWithoutCost = rows.filter(({ cost }) => cost === null).length
  const { partsWithoutUnitCost, withFigures } = totals
  const hasNoFigures = isNothingKnown(totals, plan.parts.length)
  const dueWords = (): string => {
    if (hasNoFigures) return nothingKnown
    if (ordersWithoutCost > 0 && ordersWithoutCost === rows.length) return `${formats.whole(totals.ordersNow)} of them today; no unit cost is known`
    return `${formats.whole(rows.length)} orders; today ${formats.money(totals.costOfOrdersNow, currency)}${ordersWithoutCost === 0 ? '' : `; ${formats.whole(ordersWithoutCost)} without a cost`}`
  }
  const cashWords = (): string => {
    if (hasNoFigures) return nothingKnown
    if (partsWithoutUnitCost > 0 && partsWithoutUnitCost === withFigures) return 'no part has a unit cost; enter them on Parts'
    return `recommended; your ERP levels tie up ${formats.money(totals.cashInErpSafetyStock, currency)}${partsWithoutUnitCost === 0 ? '' : `; ${formats.whole(partsWithoutUnitCost)} parts without a unit cost left out`}`
  }
  const shortCount = groups.find(({ id }) => id === 'short')?.rows.length ?? 0
  const isFiguresStale = totals.notFresh > 0
  const isJobStale = job.done < job.total
  const replacePause = useCallback((): void => navigate({ screen: 'timeline', planId: store.planId, place: 'replace-pause' }), [store])
  const openPart = useCallback(
    (partId: string): void => {
      if (isKnownScreen('part')) navigate({ screen: 'part', planId: store.planId, partId })
      else navigate({ screen: 'parts', planId: store.planId, partId })
    },
    [store],
  )
  const copy = (copied: readonly ActionRow[]): void => {
    navigator.clipboard.writeText(orderText(copied, { formats, currency })).then(
      () => noticeDone(`${copied.length} ${copied.length === 1 ? 'order' : 'orders'} copied; paste them into a spreadsheet or a mail.`),
      () => noticeProblem({ sentence: 'The orders could not be copied: the system refused the clipboard. Select the rows and copy them by hand.' }),
    )
  }

  const copyShown = useRef(() => {})
  copyShown.current = () => copy(shown)
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'find', label: 'Search the orders', group: 'Actions', shortcut: 'mod+f', run: () => searchField.current?.focus() },
        { id: 'copy-orders', label: 'Copy the orders shown', group: 'Actions', run: () => copyShown.current() },
      ],
      [],
    ),
  )

  if (plan.parts.length === 0) {
    return (
      <>
        <PageHeader title="Actions" />
        <EmptyState title="No parts yet" sentence="Add parts or import a list from your ERP, and this page says what to order and by when." actions={<Button onClick={() => navigate({ screen: isKnownScreen('import') ? 'import' : 'parts', planId: store.planId })}>{isKnownScreen('import') ? 'Import a list' : 'Add parts'}</Button>} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Actions"
        sentence={
          <>
            {ageWords(age, { planningDate, formats })} {isKnownScreen('timeline') && <TimelineLink planId={store.planId} />}
          </>
        }
      />
      <StatTiles>
        <StatTile label="Orders due in two weeks" figure={hasNoFigures ? noFigure : ordersWithoutCost > 0 && ordersWithoutCost === rows.length ? `${formats.whole(rows.length)} ${rows.length === 1 ? 'order' : 'orders'}` : formats.money(dueCost, currency)} context={dueWords()} isStale={isFiguresStale || isJobStale} />
        <StatTile label="Likely to run out first" figure={hasNoFigures ? noFigure : formats.whole(shortCount)} context={hasNoFigures ? nothingKnown : <TileLink sentence="parts, before an order of today arrives" groupId="short" count={shortCount} />} tone={hasNoFigures ? 'neutral' : shortCount > 0 ? 'bad' : 'good'} isStale={isJobStale} />
        <StatTile label={<HelpTerm term="cash" />} figure={hasNoFigures || (partsWithoutUnitCost > 0 && partsWithoutUnitCost === withFigures) ? noFigure : formats.money(totals.cashInSafetyStock, currency)} context={cashWords()} isStale={isFiguresStale} />
        <StatTile label={<HelpTerm term="erp-level">ERP level gives too little</HelpTerm>} figure={hasNoFigures ? noFigure : `${formats.whole(totals.erpBelowTarget)} of ${formats.whole(plan.parts.length)}`} context={hasNoFigures ? nothingKnown : <TileLink sentence="parts get less service than their target" groupId="erp" count={totals.erpBelowTarget} />} tone={hasNoFigures ? 'neutral' : totals.erpBelowTarget > 0 ? 'warn' : 'good'} isStale={isFiguresStale} />
      </StatTiles>
      <PauseQuestions onReplace={replacePause} />
      <SinceVersionLine />
      <section aria-labelledby="orders-heading" className={classes.card} data-tour="orders">
        <div className={classes.cardHead}>
          <h2 id="orders-heading" className={classes.heading}>
            What to order
          </h2>
          <div className={classes.tools}>
            <TextInput ref={searchField} aria-label="Search orders" placeholder="Part or supplier" leftSection={<IconSearch size={16} aria-hidden />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
            <Select aria-label="Supplier" placeholder="Every supplier" clearable data={suppliers} value={supplier} onChange={setSupplier} clearButtonProps={{ 'aria-label': 'Every supplier' }} />
            <Select
              aria-label="Licence"
              placeholder="Any licence"
              clearable
              clearButtonProps={{ 'aria-label': 'Any licence' }}
              data={[
                { value: 'individual', label: 'Individual licence' },
                { value: 'general', label: 'General licence' },
                { value: 'free', label: 'No licence' },
              ]}
              value={licence}
              onChange={setLicence}
            />
            <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} disabled={shown.length === 0} onClick={() => copy(shown)}>
              Copy
            </Button>
          </div>
        </div>
        {isJobStale && (
          <p className={classes.note} aria-live="polite">
            Looking two weeks ahead: {formats.whole(job.done)} of {formats.whole(job.total)} parts.
          </p>
        )}
        {shown.length === 0 ? (
          <p className={classes.note}>{rows.length === 0 ? (isFiguresStale ? 'Being computed.' : 'Nothing needs to be ordered in the next two weeks.') : 'No order fits. Clear the search or choose another supplier or licence.'}</p>
        ) : (
          <Later>
            <OrderTable rows={shownOrders} today={planningDate} currency={currency} onOpenPart={openPart} />
          </Later>
        )}
      </section>
      {origin !== null && <p className={classes.origin}>{origin}</p>}
      <Later>
        <AttentionPanel groups={shownGroups} onOpenPart={openPart} />
      </Later>
    </>
  )
}

/** What a tile counts, with the way to the list of it. */
function TileLink(props: { readonly sentence: string; readonly groupId: string; readonly count: number }) {
  if (props.count === 0) return props.sentence
  return (
    <>
      {props.sentence};{' '}
      <button type="button" className={classes.link} onClick={() => showAttentionGroup(props.groupId)}>
        show them
      </button>
    </>
  )
}

function TimelineLink({ planId }: { readonly planId: string }) {
  return (
    <button type="button" className={classes.link} onClick={() => navigate({ screen: 'timeline', planId })}>
      Look at the policy timeline
    </button>
  )
}
