/** What is opened from the first screen, as one file: a slow network has one request to wait for. */
export { FilterPanel } from './tasks/filter-panel'
export { CustomerScreen } from './customer/customer'
export { CustomersScreen } from './customers/customers'
export { MoreScreen } from './more/more'
export { TaskScreen } from './task/task'
export { TaskEditScreen } from './task/task-edit'
export { TaskNewScreen } from './task/task-new'
