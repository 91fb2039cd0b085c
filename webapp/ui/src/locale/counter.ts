import { cardsTexts, type CardKey } from './cards'
import { catalogs, translator, type Language } from './index'
import type { Text } from './text'

const en = {
  'intake.customer': 'Customer',
  'intake.name': 'Name',
  'intake.name.hint': 'How to call the customer',
  'intake.consent': 'The customer agrees to the processing of personal data',
  'intake.consent.open': 'Open the text',
  'intake.consent.changed': 'The shop has another text on personal data now. Show it to the customer and note the consent again.',
  'intake.consent.gone': 'No consent is asked for any more: the shop has no text on personal data now. Receive the item once more.',
  'intake.description.hint': 'What is broken and what is to be done',
  'intake.note': 'Note for staff',
  'intake.note.hint': 'The customer will not see it',
  'intake.photos': 'Add photos',
  'intake.photos.failed': 'Not all photos are uploaded. Try them again, or remove them.',
  'intake.price': 'Price, if it is agreed already',
  'intake.price.hint': 'The customer has agreed to it here. To ask them in Telegram, write the price on the task’s page.',
  'intake.price.wrong': 'Write an amount, such as 7,400.50.',
  'intake.price.line': 'Work',
  'intake.take': 'Receive',

  'taken.title': 'Task #{id} is received',
  'taken.show': 'Show this to the customer',
  'taken.qr': 'QR code that opens the bot',
  'taken.how': 'The customer points their camera here, or writes these digits to the bot. Then they share their phone.',
  'taken.digits': 'Code: {digits}',
  'taken.waiting': 'Waiting for the customer',
  'taken.connected': 'Connected',
  'taken.connected.text': 'Messages about the task go to the customer’s Telegram.',
  'taken.blocked.text': 'The customer has blocked the bot, so messages do not arrive.',
  'taken.offline': 'The bot has not been online yet, so there is no code. The task is saved.',
  'taken.renew': 'New code',
  'taken.renew.question': 'Make a new code?',
  'taken.renew.text': 'The present one stops working, also on a receipt that is printed.',
  'taken.out': 'The customer has a code that works until {day}: on a receipt, or from another screen.',
  'taken.receipt': 'Print the receipt',
  'taken.label': 'Print the label',
  'taken.open': 'Open the task',
  'taken.next': 'Receive another',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  'intake.customer': 'Клиент',
  'intake.name': 'Имя',
  'intake.name.hint': 'Как обращаться к клиенту',
  'intake.consent': 'Клиент согласен на обработку персональных данных',
  'intake.consent.open': 'Открыть текст',
  'intake.consent.changed': 'Текст о персональных данных сменился. Покажите клиенту новый и отметьте согласие снова.',
  'intake.consent.gone': 'Согласие больше не нужно: текст о персональных данных убран. Нажмите «Принять» ещё раз.',
  'intake.description.hint': 'Что сломалось и что нужно сделать',
  'intake.note': 'Заметка для своих',
  'intake.note.hint': 'Клиент её не увидит',
  'intake.photos': 'Добавить фото',
  'intake.photos.failed': 'Не все фото загрузились. Повторите или уберите их.',
  'intake.price': 'Цена, если уже договорились',
  'intake.price.hint': 'Клиент согласился на месте. Чтобы спросить его в Telegram, напишите цену на странице заявки.',
  'intake.price.wrong': 'Напишите сумму, например 7\u00a0400,50.',
  'intake.price.line': 'Работа',
  'intake.take': 'Принять',

  'taken.title': 'Заявка №\u00a0{id} принята',
  'taken.show': 'Покажите клиенту',
  'taken.qr': 'QR-код, который открывает бота',
  'taken.how': 'Клиент наводит сюда камеру телефона или пишет боту эти цифры, а потом делится номером.',
  'taken.digits': 'Код: {digits}',
  'taken.waiting': 'Ждём клиента',
  'taken.connected': 'Подключён',
  'taken.connected.text': 'Сообщения о заявке приходят клиенту в Telegram.',
  'taken.blocked.text': 'Клиент заблокировал бота, сообщения не доходят.',
  'taken.offline': 'Бот ещё не был в сети, поэтому кода нет. Заявка сохранена.',
  'taken.renew': 'Новый код',
  'taken.renew.question': 'Сделать новый код?',
  'taken.renew.text': 'Прежний перестанет работать, и на напечатанной квитанции тоже.',
  'taken.out': 'У клиента есть код, он действует до {day}: на квитанции или с другого экрана.',
  'taken.receipt': 'Напечатать квитанцию',
  'taken.label': 'Напечатать наклейку',
  'taken.open': 'Открыть заявку',
  'taken.next': 'Принять ещё',
}

export const counterTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }

/** The texts of the counter, and those of cards and of the first load. */
export const t = translator<CardKey | keyof typeof en>({
  ru: { ...catalogs.ru, ...cardsTexts.ru, ...ru },
  en: { ...catalogs.en, ...cardsTexts.en, ...en },
})
