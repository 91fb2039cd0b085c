import { lazy } from '../components/lazy'
import type { Route } from '../router'
import { whenIdle, whenOnline } from '../scheduling'

// The shell is drawn and answers before any of them is there.

const core = () => import('./core-chunk')
const team = () => import('./team')
const settings = () => import('./settings')

export const TasksScreen = lazy(async () => (await import('./tasks/tasks')).TasksScreen, 6)
const TaskScreen = lazy(async () => (await core()).TaskScreen)
const TaskEditScreen = lazy(async () => (await core()).TaskEditScreen)
const IntakeScreen = lazy(async () => (await core()).IntakeScreen)
const PriceScreen = lazy(async () => (await core()).PriceScreen)
const EstimateScreen = lazy(async () => (await core()).EstimateScreen)
const TakenScreen = lazy(async () => (await core()).TakenScreen)
export const CustomersScreen = lazy(async () => (await core()).CustomersScreen, 8)
const CustomerScreen = lazy(async () => (await core()).CustomerScreen)
export const MoreScreen = lazy(async () => (await core()).MoreScreen)
export const InboxScreen = lazy(async () => (await core()).InboxScreen)
export const OverviewScreen = lazy(async () => (await import('./overview/overview')).OverviewScreen)
const CustomerChatScreen = lazy(async () => (await core()).CustomerChatScreen)
const TaskPaperScreen = lazy(async () => (await import('./paper')).TaskPaperScreen)
const PosterScreen = lazy(async () => (await import('./paper')).PosterScreen)
const CustomerNewScreen = lazy(async () => (await import('./customer/customer-form')).CustomerNewScreen)
const CustomerEditScreen = lazy(async () => (await import('./customer/customer-form')).CustomerEditScreen)
const CustomerDataScreen = lazy(async () => (await import('./customer/customer-data')).CustomerDataScreen)
const CustomerMergeScreen = lazy(async () => (await import('./customer/customer-merge')).CustomerMergeScreen)
const AccountScreen = lazy(async () => (await import('./account/account')).AccountScreen)
const TeamScreen = lazy(async () => (await team()).TeamScreen)
const TokensScreen = lazy(async () => (await team()).TokensScreen)
const TokenNewScreen = lazy(async () => (await team()).TokenNewScreen)
const WebhooksScreen = lazy(async () => (await team()).WebhooksScreen)
const WebhookNewScreen = lazy(async () => (await team()).WebhookNewScreen)
const WebhookScreen = lazy(async () => (await team()).WebhookScreen)
const DeadLettersScreen = lazy(async () => (await team()).DeadLettersScreen)
const MovingScreen = lazy(async () => (await import('./moving/moving')).MovingScreen)
const SettingsScreen = lazy(async () => (await settings()).SettingsScreen)
const StatusTextScreen = lazy(async () => (await settings()).StatusTextScreen)
const StagesScreen = lazy(async () => (await settings()).StagesScreen)
const StageScreen = lazy(async () => (await settings()).StageScreen)
const CategoriesScreen = lazy(async () => (await settings()).CategoriesScreen)
const CategoryScreen = lazy(async () => (await settings()).CategoryScreen)

export const LoginScreen = lazy(async () => {
  const { logInAutomatically, LoginScreen } = await import('./login/login')
  void logInAutomatically()
  return LoginScreen
}, 6)

/** The code of what staff open all day, so that a tap does not wait for it. */
export async function loadAhead(): Promise<void> {
  const screens = [TasksScreen, TaskScreen, TaskEditScreen, PriceScreen, IntakeScreen, TakenScreen, CustomersScreen, CustomerScreen, MoreScreen, OverviewScreen]
  for (const screen of screens) {
    await whenIdle()
    // A browser does not ask twice for code that it did not get: without a network nothing is asked for, and
    // what did not come is said on its screen.
    await whenOnline()
    await screen.load().catch(() => undefined)
  }
}

/** The list, or what stands in its place, that an address shows. */
export function listOf(at: Route) {
  if ('filter' in at) return TasksScreen
  if ('search' in at) return CustomersScreen
  if (at.screen === 'inbox') return InboxScreen
  return at.screen === 'overview' ? OverviewScreen : MoreScreen
}

/** Keyed by address, so that nothing of one card's state gets into another. */
export function cardOf(at: Route) {
  switch (at.screen) {
    case 'task':
      return <TaskScreen key={`task ${at.id}`} at={at} />
    case 'task-edit':
      return <TaskEditScreen key={`edit ${at.id}`} at={at} />
    case 'task-price':
      return <PriceScreen key={`price ${at.id}`} at={at} />
    case 'task-estimate':
      return <EstimateScreen key={`estimate ${at.id}`} at={at} />
    case 'task-new':
      return <IntakeScreen key={`new ${at.phone}`} at={at} />
    case 'task-taken':
      return <TakenScreen key={`taken ${at.id}`} at={at} />
    case 'task-paper':
      return <TaskPaperScreen key={`paper ${at.id}`} at={at} />
    case 'poster':
      return <PosterScreen key="poster" />
    case 'customer':
      return <CustomerScreen key={`customer ${at.id}`} at={at} />
    case 'customer-chat':
      return <CustomerChatScreen key={`chat ${at.id}`} at={at} />
    case 'customer-edit':
      return <CustomerEditScreen key={`edit customer ${at.id}`} at={at} />
    case 'customer-new':
      return <CustomerNewScreen key="new customer" at={at} />
    case 'customer-data':
      return <CustomerDataScreen key={`data ${at.id}`} at={at} />
    case 'customer-merge':
      return <CustomerMergeScreen key={`merge ${at.id}`} at={at} />
    case 'account':
      return <AccountScreen key="account" />
    case 'team':
      return <TeamScreen key="team" />
    case 'tokens':
      return <TokensScreen key="tokens" />
    case 'token-new':
      return <TokenNewScreen key="new token" />
    case 'webhooks':
      return <WebhooksScreen key="webhooks" />
    case 'webhook-new':
      return <WebhookNewScreen key="new webhook" />
    case 'webhook':
      return <WebhookScreen key={`webhook ${at.id}`} at={at} />
    case 'letters':
      return <DeadLettersScreen key="letters" />
    case 'moving':
      return <MovingScreen key="moving" />
    case 'settings':
      return <SettingsScreen key="settings" />
    case 'settings-text':
      return <StatusTextScreen key={`text ${at.status}`} at={at} />
    case 'settings-stages':
      return <StagesScreen key="stages" />
    case 'settings-stage':
      return <StageScreen key={`stage ${at.id}`} at={at} />
    case 'settings-categories':
      return <CategoriesScreen key="categories" />
    case 'settings-category':
      return <CategoryScreen key={`category ${at.id}`} at={at} />
    default:
      return null
  }
}
