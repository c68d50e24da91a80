import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconDatabaseExport, IconFolderOpen } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { userNameKey, type ApiProblem } from '../../shared/ipc/planner-api'
import type { BackupListing } from '../../shared/ipc/plan-listing'
import { useApp } from '../ui/app-context'
import { storeAppearance, type Appearance } from '../ui/appearance'
import { ConfirmDialog } from '../ui/confirm-dialog'
import { DataTable } from '../ui/data-table'
import { noticeDone, noticeProblem } from '../ui/notices'
import { ProblemAlert } from '../ui/problem-alert'
import { navigate } from '../ui/route'
import { TextField } from '../ui/text-field'
import classes from './settings.module.css'

const appearances = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
]

/** Appearance, where the library lies, its backups, and the version. `beforeRestore` waits for what is still being kept. */
export function ProgramSettings({ beforeRestore, onRestored }: { readonly beforeRestore?: () => Promise<void>; readonly onRestored?: () => void }) {
  const { client, hostFacts } = useApp()
  // Without transitions being held back: that would put a <style> element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const canShowFolder = !hostFacts.missingVerbs.includes('showLibraryFolder')
  return (
    <div className={classes.groups}>
      <section className={classes.card} aria-labelledby="program-heading">
        <h2 id="program-heading" className={classes.heading}>
          Lodestock
        </h2>
        <dl className={classes.facts}>
          <div>
            <dt>Version</dt>
            <dd>{hostFacts.appVersion}</dd>
          </div>
          <div>
            <dt>Plan library</dt>
            <dd>
              <span className={classes.path}>{hostFacts.libraryPath}</span>
              {canShowFolder && (
                <Button size="xs" variant="default" leftSection={<IconFolderOpen size={15} aria-hidden />} onClick={() => void client.showLibraryFolder({}).then((answer) => (answer.ok ? undefined : noticeProblem(answer.problem)))}>
                  Show the folder
                </Button>
              )}
            </dd>
          </div>
          <div>
            <dt>Your name</dt>
            <dd>
              <UserName />
            </dd>
          </div>
          <div>
            <dt>Appearance</dt>
            <dd>
              <SegmentedControl
                aria-label="Appearance of Lodestock"
                transitionDuration={0}
                data={appearances}
                value={colorScheme}
                onChange={(value) => {
                  setColorScheme(value as Appearance)
                  storeAppearance(client, value as Appearance)
                }}
              />
            </dd>
          </div>
        </dl>
      </section>
      <Backups {...(beforeRestore === undefined ? {} : { beforeRestore })} {...(onRestored === undefined ? {} : { onRestored })} />
    </div>
  )
}

/** The name that stands in the plan files the user saves; colleagues see it when they merge them. */
function UserName() {
  const { client, hostFacts } = useApp()
  const [name, setName] = useState<string | null>(null)
  useEffect(() => {
    void client.setting({ key: userNameKey }).then((answer) => setName(answer.ok && typeof answer.value === 'string' ? answer.value : ''))
  }, [client])
  const store = async (next: string): Promise<void> => {
    setName(next)
    const answer = await client.storeSetting({ key: userNameKey, value: next })
    if (!answer.ok) noticeProblem(answer.problem)
  }
  if (name === null) return null
  const otherwise = hostFacts.accountName === null ? 'Without a name, the files do not say who saved them.' : `Without a name, the files say ${hostFacts.accountName}, as your account is called.`
  return <TextField label={null} ariaLabel="Your name" value={name} description={`Stands in the plan files you save: colleagues see it when they compare or merge them. ${otherwise}`} onCommit={(next) => void store(next)} />
}

function Backups({ beforeRestore, onRestored }: { readonly beforeRestore?: () => Promise<void>; readonly onRestored?: () => void }) {
  const { client, formats } = useApp()
  const [list, setList] = useState<readonly BackupListing[] | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [asked, setAsked] = useState<BackupListing | null>(null)
  const load = useCallback(async () => {
    const answer = await client.backups({})
    setProblem(answer.ok ? null : answer.problem)
    if (answer.ok) setList(answer.value)
  }, [client])
  useEffect(() => void load(), [load])
  const backUp = async (): Promise<void> => {
    setBusy(true)
    const answer = await client.backUp({})
    setBusy(false)
    if (answer.ok) noticeDone('Backed up. It stands in place of an earlier backup of today.')
    else noticeProblem(answer.problem)
    await load()
  }
  const restore = async (backup: BackupListing): Promise<void> => {
    setAsked(null)
    setBusy(true)
    await beforeRestore?.()
    const answer = await client.restoreBackup({ path: backup.path })
    setBusy(false)
    if (!answer.ok) {
      noticeProblem(answer.problem)
      return
    }
    noticeDone(`The library is the one of ${formats.moment(backup.createdAt)} again. What was there before lies in ${answer.value.replacedFolder}.`)
    onRestored?.()
    navigate({ screen: 'plans' })
  }
  return (
    <section className={classes.card} aria-labelledby="backups-heading">
      <div className={classes.cardHead}>
        <h2 id="backups-heading" className={classes.heading}>
          Backups
        </h2>
        <Button variant="default" size="xs" loading={isBusy} leftSection={<IconDatabaseExport size={15} aria-hidden />} onClick={() => void backUp()}>
          Back up now
        </Button>
      </div>
      <p className={classes.soft}>The whole library is backed up by itself once a day; the last seven days and four weeks are kept. A plan alone goes back to an earlier state in its history, on the Plans screen.</p>
      {problem !== null && <ProblemAlert title="The backups cannot be listed" problem={problem} />}
      {list !== null && list.length === 0 && <p className={classes.soft}>There is no backup yet. The first is made with “Back up now”, or by itself at the next start.</p>}
      {list !== null && list.length > 0 && (
        <DataTable
          caption="Backups of the library, the newest first"
          rows={list}
          rowKey={({ path }) => path}
          columns={[
            { id: 'made', heading: 'Made', isRowHeader: true, cell: ({ createdAt }) => formats.moment(createdAt) },
            { id: 'ago', heading: 'Age', cell: ({ createdAt }) => formats.ago(createdAt, Date.now()) },
            { id: 'size', heading: 'Size', note: 'kB', align: 'end', width: '110px', cell: ({ size }) => formats.whole(size / 1000) },
            {
              id: 'restore',
              heading: <span className="visually-hidden">Restore</span>,
              align: 'end',
              width: '120px',
              cell: (backup) => (
                <Button size="xs" variant="default" disabled={isBusy} aria-label={`Restore the backup of ${formats.moment(backup.createdAt)}`} onClick={() => setAsked(backup)}>
                  Restore…
                </Button>
              ),
            },
          ]}
        />
      )}
      <ConfirmDialog isOpen={asked !== null} title="Restore the backup" confirmLabel="Restore it" onConfirm={() => (asked === null ? undefined : void restore(asked))} onClose={() => setAsked(null)}>
        <p style={{ marginTop: 0 }}>
          Every plan becomes what it was on {asked === null ? '' : formats.moment(asked.createdAt)}. Plans and changes made since then are no longer in the library; they are set aside in a folder of their own, which you will be told.
        </p>
      </ConfirmDialog>
    </section>
  )
}
