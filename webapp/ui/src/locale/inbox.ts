import { cardsTexts, type CardKey } from './cards'
import { conversationTexts, type ConversationKey } from './conversation'
import { catalogs, translator, type Language } from './index'
import type { Text } from './text'

const en = {
  'inbox.text': 'What customers wrote that belongs to no task yet',
  'inbox.empty.title': 'All is sorted',
  'inbox.empty.text': 'A message that belongs to no task comes here.',
  'inbox.answer': 'Answer',
  'inbox.file': 'To a task',
  'inbox.file.title': 'To which task',
  'inbox.make': 'New task',
  'inbox.none': 'No reply needed',
  'inbox.sorted': 'A colleague has dealt with it',
  'inbox.filed': { one: '{count} message is with task #{id} now', other: '{count} messages are with task #{id} now' },
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  'inbox.text': 'Сообщения, которые не относятся ни к одной заявке',
  'inbox.empty.title': 'Всё разобрано',
  'inbox.empty.text': 'Сюда придёт сообщение, которое не относится ни к одной заявке.',
  'inbox.answer': 'Ответить',
  'inbox.file': 'К заявке',
  'inbox.file.title': 'К какой заявке',
  'inbox.make': 'Новая заявка',
  'inbox.none': 'Ответ не нужен',
  'inbox.sorted': 'Разобрал кто-то из коллег',
  'inbox.filed': {
    one: '{count} сообщение теперь в заявке №\u00a0{id}',
    few: '{count} сообщения теперь в заявке №\u00a0{id}',
    many: '{count} сообщений теперь в заявке №\u00a0{id}',
    other: '{count} сообщения теперь в заявке №\u00a0{id}',
  },
}

export const inboxTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }

/** The texts of the inbox, and those of conversations, cards and the first load. */
export const t = translator<CardKey | ConversationKey | keyof typeof en>({
  ru: { ...catalogs.ru, ...cardsTexts.ru, ...conversationTexts.ru, ...ru },
  en: { ...catalogs.en, ...cardsTexts.en, ...conversationTexts.en, ...en },
})
