/** What is opened from the first screen, as one file: a slow network has one request to wait for. */
export { FilterPanel } from '../components/filter-panel'
export { CustomerScreen } from './customer'
export { CustomersScreen } from './customers'
export { MoreScreen } from './more'
export { TaskScreen } from './task'
export { TaskEditScreen } from './task-edit'
export { TaskNewScreen } from './task-new'
