import { Button, CloseButton, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { IconFileImport, IconFolders, IconPlus, IconSearch, IconTestPipe, IconTrash } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import type { ApiProblem, FileContent } from '../../shared/ipc/planner-api'
import type { PlanListing } from '../../shared/ipc/plan-listing'
import { useApp } from '../ui/app-context'
import { useCommands, type Command } from '../ui/commands'
import { EmptyState } from '../ui/empty-state'
import { fileContentOf } from '../ui/file-content'
import { handFile } from '../ui/handed-file'
import { NameDialog } from '../ui/name-dialog'
import { noticeDone } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { ProblemAlert } from '../ui/problem-alert'
import { forgetReceivedFile, useReceivedFile } from '../ui/received-file'
import { navigate } from '../ui/route'
import { wantTour } from '../ui/tour-state'
import { HistoryDrawer } from './history-drawer'
import { droppedFile, foundPlans, freeTitle, importedPlan, isForeignFile, planNamedAfter, usePlanList } from './plan-library'
import { PlansTable } from './plans-table'
import { TrashTable } from './trash-table'
import classes from './plans-screen.module.css'

type Asking = { readonly kind: 'new' } | { readonly kind: 'duplicate'; readonly plan: PlanListing } | { readonly kind: 'history'; readonly plan: PlanListing } | null

/** The library of plans: open, make, import, copy, look back, and throw away what can be taken back. */
export function PlansScreen() {
  const { client, hostFacts } = useApp()
  const [list, reload] = usePlanList()
  const [search, setSearch] = useState('')
  const [shelf, setShelf] = useState<'plans' | 'trash'>('plans')
  const [asking, setAsking] = useState<Asking>(null)
  const [problem, setProblem] = useState<{ readonly title: string; readonly problem: ApiProblem } | null>(null)
  const [foreign, setForeign] = useState<FileContent | null>(null)
  const [notices, setNotices] = useState<{ readonly planId: string; readonly name: string; readonly notices: readonly string[] } | null>(null)
  const [isDropping, setDropping] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const received = useReceivedFile()

  const all = useMemo(() => (list.state === 'loaded' ? list.plans : []), [list])
  const plans = useMemo(() => foundPlans(all.filter(({ trashedAt }) => trashedAt === null), search), [all, search])
  const trashed = useMemo(() => foundPlans(all.filter(({ trashedAt }) => trashedAt !== null), search), [all, search])
  const trashCount = all.filter(({ trashedAt }) => trashedAt !== null).length
  const planCount = all.length - trashCount

  const open = useCallback((planId: string) => navigate({ screen: 'home', planId }), [])
  const create = useCallback(
    async (title: string, content: 'empty' | 'sample'): Promise<ApiProblem | null> => {
      const answer = await client.createPlan({ title, content })
      if (!answer.ok) return answer.problem
      open(answer.value.id)
      return null
    },
    [client, open],
  )
  const openSample = useCallback(async () => {
    wantTour('if-new')
    const found = await create(freeTitle('Sample: magnets for 2027', all), 'sample')
    if (found !== null) setProblem({ title: 'The sample cannot be opened', problem: found })
  }, [create, all])
  const read = useCallback(
    async (file: FileContent) => {
      setProblem(null)
      setForeign(null)
      const result = await importedPlan(client, file)
      if ('problem' in result) {
        if (isForeignFile(result.problem)) {
          setForeign(file)
          return
        }
        setProblem({ title: `${file.fileName} cannot be imported`, problem: result.problem })
        return
      }
      await reload()
      if (result.notices.length > 0) setNotices(result)
      else {
        noticeDone(`Imported “${result.name}”.`)
        open(result.planId)
      }
    },
    [client, reload, open],
  )
  const importForeign = async (file: FileContent): Promise<void> => {
    const made = await planNamedAfter(client, file.fileName, all)
    if (!made.ok) {
      setProblem({ title: 'The plan cannot be made', problem: made.problem })
      return
    }
    handFile(file, 'import')
    navigate({ screen: 'import', planId: made.value })
  }
  const choose = useCallback(async () => {
    const answer = await client.chooseFile({ purpose: 'plan' })
    if (!answer.ok) setProblem({ title: 'The file cannot be read', problem: answer.problem })
    else if (answer.value.outcome === 'chosen') await read(answer.value)
  }, [client, read])

  useEffect(() => {
    if (received === null) return
    forgetReceivedFile()
    void read(received)
  }, [received, read])

  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'new-plan', label: 'New plan', group: 'Plans', shortcut: 'mod+alt+n', run: () => setAsking({ kind: 'new' }) },
        { id: 'open-sample', label: 'Open the sample', group: 'Plans', run: () => void openSample() },
        { id: 'import-file', label: 'Import a plan file', group: 'Plans', run: () => void choose() },
        { id: 'find', label: 'Search the plans', group: 'Plans', shortcut: 'mod+f', run: () => searchField.current?.focus() },
      ],
      [openSample, choose],
    ),
  )

  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setDropping(false)
    const file = droppedFile(event.dataTransfer)
    if (file === null) return
    const content = await fileContentOf(file)
    if (content.ok) await read(content.value)
    else setProblem({ title: `${file.name} cannot be read`, problem: content.problem })
  }

  const beginnings = (
    <>
      <Button variant={planCount > 0 ? 'filled' : 'default'} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsking({ kind: 'new' })}>
        New plan
      </Button>
      <Button variant={planCount > 0 ? 'default' : 'filled'} leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void choose()}>
        Import a file
      </Button>
      <Button variant="default" leftSection={<IconTestPipe size={16} aria-hidden />} onClick={() => void openSample()}>
        Open the sample
      </Button>
    </>
  )

  return (
    <div
      className={classes.screen}
      data-dropping={isDropping || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={(event) => void drop(event)}
    >
      <PageHeader title="Plans" sentence="Everything is kept on this computer as you type; there is nothing to save." actions={planCount > 0 ? beginnings : undefined} />
      {hostFacts.recoverySentence === null ? null : (
        <div className={classes.gap}>
          <ProblemAlert severity="warning" title="The library was recovered" problem={{ sentence: hostFacts.recoverySentence }} />
        </div>
      )}
      {problem === null ? null : (
        <div className={classes.gap}>
          <ProblemAlert
            {...problem}
            actions={
              <Button size="xs" variant="default" onClick={() => setProblem(null)}>
                Dismiss
              </Button>
            }
          />
        </div>
      )}
      {foreign === null ? null : (
        <div className={classes.gap}>
          <ProblemAlert
            severity="warning"
            title={`${foreign.fileName} is no plan and no parts table of Lodestock`}
            problem={{ sentence: 'It may be an export of your ERP. Import it into a new plan: you see what is understood of it, and answer what is not, before anything is written.' }}
            actions={
              <>
                <Button size="xs" onClick={() => void importForeign(foreign)}>
                  Import it into a new plan
                </Button>
                <Button size="xs" variant="default" onClick={() => setForeign(null)}>
                  Dismiss
                </Button>
              </>
            }
          />
        </div>
      )}
      {list.state === 'failed' ? (
        <ProblemAlert title="The plans cannot be read" problem={list.problem} actions={<Button onClick={() => void reload()}>Try again</Button>} />
      ) : null}
      {list.state === 'loaded' && all.length > 0 ? (
        <div className={classes.tools}>
          <TextInput
            ref={searchField}
            aria-label="Search the plans"
            placeholder="Search the plans"
            value={search}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={search === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => setSearch('')} />}
            className={classes.search ?? ''}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label="Shelf"
            value={shelf}
            onChange={(value) => setShelf(value === 'trash' ? 'trash' : 'plans')}
            data={[
              { value: 'plans', label: `Plans ${planCount}` },
              { value: 'trash', label: `Trash ${trashCount}` },
            ]}
          />
        </div>
      ) : null}
      {list.state !== 'loaded' ? null : shelf === 'trash' ? (
        trashed.length === 0 ? (
          <EmptyState icon={<IconTrash size={24} />} title={search === '' ? 'The trash is empty' : 'Nothing found'} sentence={search === '' ? 'Plans you throw away stay here for 30 days and can be taken back.' : `No plan in the trash has “${search}” in its title.`} />
        ) : (
          <TrashTable plans={trashed} onChanged={reload} />
        )
      ) : plans.length === 0 ? (
        search !== '' && planCount > 0 ? (
          <EmptyState icon={<IconSearch size={24} />} title="Nothing found" sentence={`No plan has “${search}” in its title.`} actions={<Button variant="default" onClick={() => setSearch('')}>Show all plans</Button>} />
        ) : (
          <EmptyState icon={<IconFolders size={26} />} title="No plans yet" sentence="Lodestock says how much of each magnet part to hold, what to order and by when. Begin with your parts: import an ERP export or a plan file, or drop it here. Or look around in the sample, a plan of magnets under today’s export controls." actions={beginnings} />
        )
      ) : (
        <PlansTable plans={plans} onOpen={open} onDuplicate={(plan) => setAsking({ kind: 'duplicate', plan })} onHistory={(plan) => setAsking({ kind: 'history', plan })} onChanged={reload} />
      )}
      {isDropping ? <div className={classes.drop}>Drop the file to import it as a plan</div> : null}

      <NameDialog
        isOpen={asking?.kind === 'new'}
        title="New plan"
        sentence="It begins without parts, with the built-in policy timeline and default settings."
        label="Title"
        initial={freeTitle('Magnets', all)}
        confirmLabel="Make the plan"
        onConfirm={(title) => create(title, 'empty')}
        onClose={() => setAsking(null)}
      />
      <NameDialog
        isOpen={asking?.kind === 'duplicate'}
        title="Duplicate the plan"
        label="Title of the copy"
        initial={asking?.kind === 'duplicate' ? freeTitle(`${asking.plan.name} (copy)`, all) : ''}
        confirmLabel="Duplicate"
        onConfirm={async (title) => {
          if (asking?.kind !== 'duplicate') return null
          const answer = await client.duplicatePlan({ planId: asking.plan.id, title })
          if (!answer.ok) return answer.problem
          setAsking(null)
          noticeDone(`Made “${title}”.`)
          await reload()
          return null
        }}
        onClose={() => setAsking(null)}
      />
      <HistoryDrawer plan={asking?.kind === 'history' ? asking.plan : null} onClose={() => setAsking(null)} onChanged={reload} />
      <Modal opened={notices !== null} onClose={() => setNotices(null)} title={`Imported “${notices?.name ?? ''}”`}>
        <p style={{ marginTop: 0 }}>The plan is in the library. While reading it, this was noticed:</p>
        <ul className={classes.notices}>
          {notices?.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 16 }}>
          <Button variant="default" onClick={() => setNotices(null)}>
            Stay here
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              const planId = notices?.planId
              setNotices(null)
              if (planId !== undefined) open(planId)
            }}
          >
            Open the plan
          </Button>
        </div>
      </Modal>
    </div>
  )
}
