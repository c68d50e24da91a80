import type { MantineColorScheme } from '@mantine/core'
import type { PlannerApi } from '../../shared/ipc/planner-api'

/** Light, dark, or as the system has it. */
export type Appearance = MantineColorScheme

const key = 'appearance'

/** The appearance the user chose, or the system's. */
export async function storedAppearance(client: Pick<PlannerApi, 'setting'>): Promise<Appearance> {
  const answer = await client.setting({ key })
  const value = answer.ok ? answer.value : null
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** Keeps the appearance for the next start. */
export function storeAppearance(client: Pick<PlannerApi, 'storeSetting'>, appearance: Appearance): void {
  void client.storeSetting({ key, value: appearance })
}
