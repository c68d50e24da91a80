import { Button, Select, Switch } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useFormats } from '../ui/app-context'
import classes from './part.module.css'

/** How the futures of a part are simulated. */
export type SimulationChoice = { readonly paths: number; readonly seed: number; readonly isIndependent: boolean }

/** The choice a part begins with. */
export const firstChoice: SimulationChoice = { paths: 2000, seed: 1, isIndependent: false }

/** Number of futures, seed, and how the waits of one future hang together. */
export function SimulationOptions(props: { readonly choice: SimulationChoice; readonly onChange: (choice: SimulationChoice) => void }) {
  const { choice, onChange } = props
  const formats = useFormats()
  return (
    <div className={classes.simulation}>
      <Select
        label="Futures"
        w={110}
        allowDeselect={false}
        data={[500, 2000, 10_000].map((paths) => ({ value: String(paths), label: formats.whole(paths) }))}
        value={String(choice.paths)}
        onChange={(value) => (value === null ? undefined : onChange({ ...choice, paths: Number(value) }))}
      />
      <Button variant="default" leftSection={<IconDice5 size={16} aria-hidden />} onClick={() => onChange({ ...choice, seed: choice.seed + 1 })}>
        Draw anew (seed {choice.seed})
      </Button>
      <Switch
        label="Waits of orders independent"
        description="Else one draw a future, so that no order overtakes another"
        checked={choice.isIndependent}
        onChange={(event) => onChange({ ...choice, isIndependent: event.currentTarget.checked })}
      />
    </div>
  )
}
