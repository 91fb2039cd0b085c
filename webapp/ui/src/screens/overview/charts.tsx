import './charts.css'
import type { Stats } from '../../graphql/overview'
import { FlowChart } from './flow-chart'
import { ReadyChart } from './ready-chart'

/** What was created and closed, and how long it took; each chart has its numbers in a table too. */
export function Charts({ stats }: { stats: Stats }) {
  return (
    <div class="charts">
      <FlowChart stats={stats} />
      <ReadyChart stats={stats} />
    </div>
  )
}
