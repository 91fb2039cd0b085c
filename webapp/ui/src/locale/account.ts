import { translator, type Language, type Text } from './index'

const en = {
  'profile': 'Profile',
  'name': 'Name',
  'name.hint': 'Colleagues see it in a task’s history',
  'email.taken': 'Somebody else logs in with this address.',
  'save': 'Save the profile',
  'saved': 'The profile is saved',
  'telegram': 'Telegram',
  'telegram.linked': 'Telegram logs you in',
  'telegram.none': 'Telegram is not linked',
  'telegram.how': 'Send the bot /work, open the app and log in by email once: from then on no password is needed there.',
  'telegram.link': 'Link this Telegram',
  'telegram.unlink': 'Unlink Telegram',
  'telegram.unlink.question': 'Unlink Telegram?',
  'telegram.unlink.text': 'The next time you will need your email and password.',
  'telegram.unlinked': 'Telegram is unlinked',
  'password': 'Password',
  'password.current': 'Current password',
  'password.next': 'New password',
  'password.note': 'On all other devices you will be logged out.',
  'password.change': 'Change the password',
  'password.changed': 'The password is changed',
  'password.wrong': 'This is not your current password.',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  'profile': 'Профиль',
  'name': 'Имя',
  'name.hint': 'Его видят коллеги в истории заявок',
  'email.taken': 'С этой почтой входит кто-то другой.',
  'save': 'Сохранить профиль',
  'saved': 'Профиль сохранён',
  'telegram': 'Telegram',
  'telegram.linked': 'Telegram входит за вас',
  'telegram.none': 'Telegram не привязан',
  'telegram.how': 'Напишите боту /work, откройте приложение и один раз войдите по почте: дальше пароль там не понадобится.',
  'telegram.link': 'Привязать этот Telegram',
  'telegram.unlink': 'Отвязать Telegram',
  'telegram.unlink.question': 'Отвязать Telegram?',
  'telegram.unlink.text': 'В следующий раз понадобятся почта и пароль.',
  'telegram.unlinked': 'Telegram отвязан',
  'password': 'Пароль',
  'password.current': 'Нынешний пароль',
  'password.next': 'Новый пароль',
  'password.note': 'На остальных устройствах сеансы завершатся.',
  'password.change': 'Сменить пароль',
  'password.changed': 'Пароль изменён',
  'password.wrong': 'Это не ваш нынешний пароль.',
}

export const accountTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }
export const t = translator(accountTexts)
