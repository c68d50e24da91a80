import './strict-zod'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import 'virtual:theme-variables.css'
import './ui/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { plannerClient } from './planner-client'
import { storedAppearance } from './ui/appearance'
import { formatsOf } from './ui/formats'
import { NewerLibrary } from './plans/newer-library'
import { StartProblem } from './ui/start-problem'

const root = createRoot(document.getElementById('root') as HTMLElement)
const client = await plannerClient()
const [facts, appearance] = await Promise.all([client.hostFacts({}), storedAppearance(client)])
root.render(
  facts.ok ? (
    <App client={client} hostFacts={facts.value} formats={formatsOf(navigator.language)} appearance={appearance} />
  ) : (
    <StartProblem problem={facts.problem}>{facts.problem.kind === 'newer-library' ? <NewerLibrary client={client} formats={formatsOf(navigator.language)} /> : null}</StartProblem>
  ),
)
