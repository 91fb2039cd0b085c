import './charts.css'
import type { Stats } from '../../graphql/overview'
import { Agreed } from './agreed'
import { FlowChart } from './flow-chart'
import { Ratings } from './ratings'
import { ReadyChart } from './ready-chart'

/** What was created and closed, how long it took, what was agreed to and how it was rated; each chart has its numbers in a table too. */
export function Charts({ stats }: { stats: Stats }) {
  return (
    <div class="charts">
      <FlowChart stats={stats} />
      <ReadyChart stats={stats} />
      <Agreed amount={stats.agreed} />
      <Ratings ratings={stats.ratings} />
    </div>
  )
}
