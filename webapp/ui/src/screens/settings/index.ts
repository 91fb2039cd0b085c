/** What an owner settles seldom comes as one chunk. */
export { CategoriesScreen } from './categories'
export { CategoryScreen } from './category'
export { SettingsScreen } from './settings'
export { StageScreen } from './stage'
export { StagesScreen } from './stages'
export { StatusTextScreen } from './status-text'
