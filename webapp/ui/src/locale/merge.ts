import { translator, type Language } from './index'
import type { Text } from './text'

const en = {
  title: 'Merge cards',
  text: 'For when one person has two cards. Find the other one.',
  others: 'Other cards',
  stays: 'This card stays',
  goes: 'This card goes',
  swap: 'Swap them',
  another: 'Choose another card',
  happens: 'What will happen',
  tasks: { one: '{count} task moves to the card “{name}”', other: '{count} tasks move to the card “{name}”' },
  noTasks: 'There are no tasks to move',
  phone: 'The phone {phone} goes into the note',
  note: 'Its note is added to the note that stays',
  name: 'The name is taken over: {name}',
  telegram: 'Telegram is taken over: messages arrive there',
  twoTelegrams: 'Both are in Telegram. Messages go where the card that stays is; from the other chat the customer has to register anew',
  forever: 'The card “{name}” is gone for good',
  submit: 'Merge',
  question: 'Merge the two cards?',
  irreversible: 'This cannot be taken back.',
  done: 'The cards are merged',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  title: 'Объединить карточки',
  text: 'Когда у одного человека две карточки. Найдите вторую.',
  others: 'Другие карточки',
  stays: 'Эта карточка останется',
  goes: 'Эта карточка исчезнет',
  swap: 'Поменять местами',
  another: 'Выбрать другую карточку',
  happens: 'Что произойдёт',
  tasks: {
    one: '{count} заявка перейдёт в карточку «{name}»',
    few: '{count} заявки перейдут в карточку «{name}»',
    many: '{count} заявок перейдут в карточку «{name}»',
    other: '{count} заявки перейдут в карточку «{name}»',
  },
  noTasks: 'Переносить нечего: заявок нет',
  phone: 'Телефон {phone} попадёт в заметку',
  note: 'Заметки сложатся в одну',
  name: 'Имя перейдёт: {name}',
  telegram: 'Telegram перейдёт: сообщения будут приходить туда',
  twoTelegrams: 'Обе карточки в Telegram. Сообщения пойдут в чат той, что останется; из другого чата клиенту придётся зарегистрироваться снова',
  forever: 'Карточка «{name}» исчезнет навсегда',
  submit: 'Объединить',
  question: 'Объединить две карточки?',
  irreversible: 'Отменить это нельзя.',
  done: 'Карточки объединены',
}

export const mergeTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(mergeTexts)
