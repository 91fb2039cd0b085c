import { translator, type Language } from './index'
import type { Text } from './text'

const en = {
  title: 'Reminders and rating',
  next: 'The customer is reminded {when}',
  stopped: 'The customer is not reminded',
  off: 'Reminders are switched off in the settings',
  none: 'No reminder is left',
  unreached: 'The bot cannot write to the customer: call them',
  stop: 'Do not remind',
  resume: 'Remind again',
  'stop.done': 'No more reminders about task #{id}',
  'resume.done': 'Reminders about task #{id} go on',
  'resume.late': 'It has been ready for so long that no reminder is left.',
  rated: 'Rated {rating} of 5',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  title: 'Напоминания и оценка',
  next: 'Напомним клиенту {when}',
  stopped: 'Клиенту не напоминаем',
  off: 'Напоминания выключены в настройках',
  none: 'Напоминаний больше не будет',
  unreached: 'Бот не может написать клиенту, позвоните',
  stop: 'Не напоминать',
  resume: 'Напоминать снова',
  'stop.done': 'Больше не напоминаем о заявке №\u00a0{id}',
  'resume.done': 'Снова напоминаем о заявке №\u00a0{id}',
  'resume.late': 'Заявка готова так давно, что напоминаний не осталось.',
  rated: 'Оценка {rating} из 5',
}

export const taskEndTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(taskEndTexts)
