import { Button } from '@mantine/core'
import { IconPlus, IconTools } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Assembly } from '../../shared/plan/plan-document'
import { usePlan } from '../plan/plan-context'
import { useRunCommand } from '../plan/use-run-command'
import { useFormats } from '../ui/app-context'
import { useCommands, type Command } from '../ui/commands'
import { EmptyState } from '../ui/empty-state'
import { freshId } from '../ui/fresh-id'
import { HelpTerm } from '../ui/help-term'
import { NameDialog } from '../ui/name-dialog'
import { PageHeader } from '../ui/page-header'
import classes from './assemblies.module.css'
import { ArticleMasses } from './article-masses'
import { AssemblyDetail } from './assembly-detail'

/** Products, the magnets in each, and how many are built: what the usage of parts can come from. */
export function AssembliesScreen() {
  const formats = useFormats()
  const run = useRunCommand()
  const assemblies = usePlan((plan) => plan.assemblies)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isNaming, setNaming] = useState(false)
  const chosen = assemblies.find(({ id }) => id === chosenId) ?? assemblies[0]
  const add = (assembly: Omit<Assembly, 'id'>): void => {
    const id = freshId('a', new Set(assemblies.map((each) => each.id)))
    if (run({ kind: 'add-assemblies', items: [{ id, ...assembly }], places: null }, { label: `Add ${assembly.name}` })) setChosenId(id)
  }
  useCommands(useMemo((): readonly Command[] => [{ id: 'add-assembly', label: 'Add a product', group: 'Assemblies', run: () => setNaming(true) }], []))
  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNaming(true)}>
      Add a product
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Assemblies"
        sentence={
          <>
            Products, the magnets in each, and how many are built. Parts whose usage comes from the <HelpTerm term="build-plan">build plan</HelpTerm> follow every change here.
          </>
        }
        actions={assemblies.length > 0 ? addButton : undefined}
      />
      {chosen === undefined ? (
        <>
          <EmptyState icon={<IconTools size={26} />} title="No products yet" sentence="Add a product, say which parts go into one of it and how many you build a week: then the usage of these parts can follow the build plan." actions={addButton} />
          <ArticleMasses isOpen />
        </>
      ) : (
        <div className={classes.layout}>
          <nav aria-label="Products">
            <ul className={classes.products}>
              {assemblies.map((assembly) => (
                <li key={assembly.id}>
                  <button type="button" className={classes.product} aria-current={assembly.id === chosen.id ? 'true' : undefined} onClick={() => setChosenId(assembly.id)}>
                    <span className={classes.productName}>{assembly.name}</span>
                    <span className={classes.soft}>
                      {formats.rough(assembly.buildsPerWeek)} a week · {assembly.uses.length} {assembly.uses.length === 1 ? 'part' : 'parts'}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <AssemblyDetail key={chosen.id} assembly={chosen} onDuplicate={() => add({ ...chosen, name: `${chosen.name} (copy)`.slice(0, 200) })} />
        </div>
      )}
      <NameDialog
        isOpen={isNaming}
        title="Add a product"
        label="Name"
        initial={`Product ${assemblies.length + 1}`}
        confirmLabel="Add"
        onConfirm={async (name) => {
          setNaming(false)
          add({ name, sector: 'other', buildsPerWeek: 0, uses: [], note: '' })
          return null
        }}
        onClose={() => setNaming(false)}
      />
    </>
  )
}
