import type { ComponentChildren } from 'preact'
import { inWords, type Problem } from '../api/problem'
import { t } from '../locale'
import { format, route, topOf } from '../router'
import { Icon, type IconName } from './icon'

interface NoticeProperties {
  icon: IconName
  title: string
  text?: string
  children?: ComponentChildren
}

/** What stands in place of content: nothing there, nothing found, not loaded. */
export function Notice({ icon, title, text, children }: NoticeProperties) {
  return (
    <div class="notice">
      <span class="notice-icon">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}

export function Failure({ problem, retry }: { problem: Problem; retry: () => void }) {
  if (problem.code === 'NOT_FOUND') return <Gone text={inWords(problem)} />
  return (
    <div role="alert">
      <Notice icon="warning" title={t('error.title')} text={inWords(problem)}>
        <button type="button" class="plain-button" onClick={retry}>
          {t('action.retry')}
        </button>
      </Notice>
    </div>
  )
}

/** In place of what has been deleted: the way on. */
export function Gone({ text }: { text: string }) {
  return (
    <div role="alert">
      <Notice icon="search" title={t('tasks.nothing.title')} text={text}>
        <ToList />
      </Notice>
    </div>
  )
}

/** Above a form whose record somebody has deleted meanwhile; what is typed stays, to be copied. */
export function GoneMeanwhile() {
  return (
    <div class="narrowed" role="alert">
      <p>{t('form.gone')}</p>
      <ToList />
    </div>
  )
}

function ToList() {
  return (
    <a class="plain-button" href={format(topOf(route.value))}>
      {t('action.toList')}
    </a>
  )
}

/** Above content that could not be brought up to date. */
export function Outdated({ problem, retry }: { problem: Problem; retry: () => void }) {
  return (
    <div class="outdated-place" role="status">
      <div class="outdated">
        <p>{inWords(problem)}</p>
        <button type="button" onClick={retry}>
          {t('action.retry')}
        </button>
      </div>
    </div>
  )
}

/** Grey shapes where rows are going to be. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div class="card" role="status" aria-label={t('loading')}>
      <div class="breathing">
        {Array.from({ length: rows }, (_, row) => (
          <div class="skeleton-row" key={row}>
            <span class="skeleton skeleton-tile" />
            <span class="skeleton-lines">
              <span class="skeleton" />
              <span class="skeleton skeleton-short" />
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}
