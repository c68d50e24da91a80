import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { IconCopy, IconList, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { partDeletion } from '../../shared/plan/plan-gestures'
import type { PlanCommand } from '../../shared/plan/plan-command'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'
import { useCommands, type Command } from '../ui/commands'
import { EmptyState } from '../ui/empty-state'
import { DataGrid, type GridHandle } from '../ui/grid/data-grid'
import type { NumberRegion } from '../ui/grid/decimal-signs'
import type { EditPlan } from '../ui/grid/edit-plan'
import { editLabel, type EditGesture } from '../ui/grid/edit-sentence'
import { isKnownScreen } from '../ui/known-screens'
import { noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { navigate } from '../ui/route'
import { BulkEditDialog } from './bulk-edit-dialog'
import { ColumnsMenu } from './columns-menu'
import { FilterMenu, type FilterChoice } from './filter-menu'
import { partAddition, partDuplication } from './part-gestures'
import type { PartColumn } from './part-column'
import { partColumns } from './part-columns'
import { partEditCommand } from './part-edit-command'
import type { PartRow } from './part-row'
import { screenMemory } from './screen-memory'
import { useColumnSets } from './use-column-sets'
import { usePartRows } from './use-part-rows'
import classes from './parts-screen.module.css'

const frozenIds = ['partNumber', 'description']
const filtered = [
  { id: 'status', label: 'Status' },
  { id: 'supplier', label: 'Supplier' },
  { id: 'materialFamily', label: 'Material' },
  { id: 'controlled', label: 'Controlled' },
] as const

const rowId = ({ part }: PartRow): string => part.id
const rowName = ({ part }: PartRow): string => part.partNumber

/** The parts of the plan in a grid that is typed in like a spreadsheet. */
export function PartsScreen() {
  const store = usePlanStore()
  const formats = useFormats()
  const currency = usePlan(({ settings }) => settings.currency)
  const columns = useMemo(() => partColumns({ formats, currency }), [formats, currency])
  const { rows, listKey, isFirstComputed } = usePartRows(columns)
  const sets = useColumnSets(columns)
  const region = useMemo(() => numberRegion(formats.locale, formats.decimalSign), [formats])
  const memory = screenMemory(store.planId)
  const [search, setSearch] = useState(memory.search)
  const [allowed, setAllowed] = useState(memory.allowed)
  const [sort, setSort] = useState(memory.sort)
  useEffect(() => void Object.assign(memory, { search, allowed, sort }), [memory, search, allowed, sort])
  const lateSearch = useDeferredValue(search)
  const filter = useMemo(() => ({ search: lateSearch, allowed }), [lateSearch, allowed])
  const isFiltered = search !== '' || Object.keys(allowed).length > 0
  const [bulkRows, setBulkRows] = useState<{ readonly rows: readonly PartRow[]; readonly columnId: string } | null>(null)
  const grid = useRef<GridHandle>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const searchText = useCallback((row: PartRow) => columns.filter(({ type }) => type.kind !== 'number').map((column) => column.shown(column.valueIn(row), row)).join('\n'), [columns])

  const run = useCallback(
    (command: PlanCommand): string | null => {
      const result = store.run(command)
      return result.ok ? null : result.problem.sentence
    },
    [store],
  )
  const applyEdit = (gesture: EditGesture, plan: EditPlan, label?: string): string | null => {
    const columnTitle = columns.find(({ id }) => id === plan.changes[0]?.columnId)?.title ?? ''
    const command = partEditCommand({
      label: label ?? editLabel(gesture, plan.changes.length, columnTitle), changes: plan.changes, parts: store.getState().plan.parts, columns,
    })
    return command.ok ? run(command.value) : command.problem
  }
  const clearFilters = useCallback(() => {
    setSearch('')
    setAllowed({})
  }, [])
  const addPart = useCallback(() => {
    const { command, id } = partAddition(store.getState().plan, Math.random)
    const problem = run(command)
    if (problem !== null) noticeProblem({ sentence: problem })
    else {
      clearFilters()
      grid.current?.goTo(id, 'partNumber')
    }
  }, [store, run, clearFilters])
  const withSelected = (act: (ids: readonly string[], columnId: string) => void): void => {
    const selected = grid.current?.selected()
    if (selected === undefined || selected.rowIds.length === 0) noticeProblem({ sentence: 'No part is selected. Click a part in the table first, then try again.' })
    else act(selected.rowIds, selected.columnId)
  }
  const duplicate = (): void =>
    withSelected((ids, columnId) => {
      const { command, copyIds } = partDuplication(store.getState().plan, ids, Math.random)
      const problem = run(command)
      if (problem !== null) noticeProblem({ sentence: problem })
      else if (copyIds[0] !== undefined) grid.current?.goTo(copyIds[0], columnId)
    })
  const remove = (): void =>
    withSelected((ids) => {
      const problem = run(partDeletion(store.getState().plan, ids))
      if (problem !== null) noticeProblem({ sentence: problem })
    })
  const openRow = useCallback(
    ({ part }: PartRow, columnId: string): boolean => {
      if (columnId !== 'partNumber' || !isKnownScreen('part')) return false
      screenMemory(store.planId).openedPartId = part.id
      navigate({ screen: 'part', planId: store.planId, partId: part.id })
      return true
    },
    [store],
  )
  useEffect(() => {
    // Back from a part: on to the next one.
    if (memory.openedPartId !== null) grid.current?.goTo(memory.openedPartId, 'partNumber')
    memory.openedPartId = null
  }, [memory])
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'find', label: 'Find a part', group: 'Parts', shortcut: 'mod+f', run: () => searchField.current?.focus() },
        { id: 'add-part', label: 'Add a part', group: 'Parts', run: addPart },
      ],
      [addPart],
    ),
  )

  const counts = useMemo(() => problemCounts(rows), [rows])
  const setNames = [...sets.builtIn, ...sets.own].map(({ name }) => name)

  return (
    <div className={classes.screen}>
      <PageHeader
        title="Parts"
        actions={
          <div className={classes.actions}>
            <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={() => withSelected((ids, columnId) => setBulkRows({ rows: rowsOf(rows, ids), columnId }))}>
              Change selected
            </Button>
            <Button size="xs" variant="default" leftSection={<IconCopy size={15} aria-hidden />} onClick={duplicate}>
              Duplicate
            </Button>
            <Button size="xs" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
              Delete
            </Button>
            <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={addPart}>
              Add a part
            </Button>
          </div>
        }
      />
      <div className={classes.bar}>
        <TextInput
          ref={searchField}
          className={classes.search ?? ''}
          size="xs"
          aria-label="Find parts"
          placeholder="Find parts"
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={search === '' ? null : <CloseButton size="xs" aria-label="Clear the search" onClick={() => setSearch('')} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {filtered.map(({ id, label }) => (
          <FilterMenu
            key={id}
            label={label}
            choicesNow={() => filterChoices(rows, columns, id)}
            chosen={allowed[id] ?? []}
            onChange={(chosen) => setAllowed((before) => Object.fromEntries(Object.entries({ ...before, [id]: chosen }).filter(([, values]) => values.length > 0)))}
          />
        ))}
        {isFiltered ? (
          <Button size="xs" variant="subtle" onClick={clearFilters}>
            Show all parts
          </Button>
        ) : null}
        <span className={classes.spacer} />
        <SegmentedControl size="xs" aria-label="Column set" data={setNames} value={sets.chosen} onChange={sets.choose} />
        <ColumnsMenu columns={columns} frozenIds={frozenIds} sets={sets} />
      </div>
      <DataGrid<PartRow>
        label="Parts"
        rows={rows}
        listKey={listKey}
        rowId={rowId}
        rowName={rowName}
        columns={columns}
        frozenIds={frozenIds}
        layout={sets.layout}
        onLayout={sets.setLayout}
        sort={sort}
        onSort={setSort}
        filter={filter}
        searchText={searchText}
        orderVersion={isFirstComputed}
        region={region}
        onEdit={applyEdit}
        openRow={openRow}
        onVisibleRows={store.setVisiblePartIds}
        empty={
          rows.length === 0 ? (
            <EmptyState
              icon={<IconList size={24} />}
              title="This plan has no parts yet"
              sentence="Add one and type it in, or paste a block of parts from a spreadsheet into rows you have added."
              actions={<Button onClick={addPart}>Add a part</Button>}
            />
          ) : (
            <EmptyState icon={<IconSearch size={24} />} title="No part matches" sentence={`None of the ${formats.whole(rows.length)} parts has all that you look for.`} actions={<Button onClick={clearFilters}>Show all parts</Button>} />
          )
        }
        facts={(shown) => (
          <span className={classes.facts}>
            {counts.errors === 0 ? null : <span className={classes.errors}>{counts.errors === 1 ? '1 error' : `${formats.whole(counts.errors)} errors`}</span>}
            {counts.warnings === 0 ? null : <span className={classes.warnings}>{counts.warnings === 1 ? '1 warning' : `${formats.whole(counts.warnings)} warnings`}</span>}
            <span>{shown === rows.length ? `${formats.whole(shown)} ${shown === 1 ? 'part' : 'parts'}` : `${formats.whole(shown)} of ${formats.whole(rows.length)} parts`}</span>
          </span>
        )}
        handle={grid}
      />
      {bulkRows === null ? null : (
        <BulkEditDialog
          rows={bulkRows.rows}
          columns={columns}
          firstColumnId={bulkRows.columnId}
          region={region}
          onApply={(plan, column) => (plan.changes.length === 0 ? null : applyEdit('bulk-edit', plan, editLabel('bulk-edit', plan.changes.length, column.title)))}
          onClose={() => setBulkRows(null)}
        />
      )}
    </div>
  )
}

function rowsOf(rows: readonly PartRow[], ids: readonly string[]): readonly PartRow[] {
  const wanted = new Set(ids)
  return rows.filter(({ part }) => wanted.has(part.id))
}

function problemCounts(rows: readonly PartRow[]): { readonly errors: number; readonly warnings: number } {
  let errors = 0
  let all = 0
  for (const row of rows) {
    errors += row.errorCount
    all += row.problems.length
  }
  return { errors, warnings: all - errors }
}

function filterChoices(rows: readonly PartRow[], columns: readonly PartColumn[], id: string): readonly FilterChoice[] {
  const column = columns.find((one) => one.id === id)
  if (column === undefined) return []
  const found = new Map<string, { label: string; count: number }>()
  for (const row of rows) {
    const value = column.valueIn(row)
    const key = String(value ?? '')
    const known = found.get(key)
    if (known === undefined) found.set(key, { label: key === '' ? 'Not known' : column.shown(value, row), count: 1 })
    else known.count++
  }
  return [...found].map(([value, { label, count }]) => ({ value, label, count })).sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

function numberRegion(locale: string, sign: NumberRegion['sign']): NumberRegion {
  return { sign, name: new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale }
}
