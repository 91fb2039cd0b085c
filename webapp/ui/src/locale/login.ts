import { catalogs, translator, type Key, type Language } from './index'
import type { Text } from './text'

const en = {
  'login.title': 'Log in',
  'login.text': 'For the staff',
  'login.email': 'Email',
  'login.password': 'Password',
  'login.submit': 'Log in',
  'login.ended': 'Your session has ended. Log in again to go on from the same place.',
  'login.linked': 'Done: from now on you log in with Telegram',
  'login.linkedToOther': 'This Telegram account is linked to another member of staff',
  'login.notLinked': 'Telegram could not be linked. Open the app from the bot again.',
  'login.telegram': 'Log in with Telegram',
  'login.telegram.once': 'Log in by email once. From then on Telegram knows you.',
  'login.telegram.expired': 'Your login with Telegram has expired. Open the app from the bot again, or log in by email.',
  'login.forgot': 'Forgot the password? An administrator makes you a login link in “Team”. If you are the only one, send the bot /password.',
  'login.invite': 'No account yet? Ask an administrator for an invite link.',
  'register.title': 'Registration',
  'register.text': 'You are invited to work with tasks',
  'register.text.owner': 'The first account is yours: you will invite the others',
  'register.name': 'Your name',
  'register.name.missing': 'Tell us your name: colleagues and customers see it.',
  'register.over': 'This invite no longer works: it was used or has expired. Ask an administrator for a new one.',
  'register.password': 'Password',
  'register.repeat': 'Password once more',
  'register.submit': 'Register',
  'register.login': 'I already have an account',
  'link.title': 'A new password',
  'link.text': 'Choose it, and you are in. You will be logged out on other devices.',
  'link.password': 'New password',
  'link.over': 'This link no longer works. Ask an administrator for a new one.',
  'link.login': 'Log in with email',
} satisfies Record<string, Text>

const ru: Record<keyof typeof en, Text> = {
  'login.title': 'Вход',
  'login.text': 'Для сотрудников',
  'login.email': 'Почта',
  'login.password': 'Пароль',
  'login.submit': 'Войти',
  'login.ended': 'Сеанс завершён. Войдите ещё раз, и вы продолжите с того же места.',
  'login.linked': 'Готово: теперь вы входите через Telegram',
  'login.linkedToOther': 'Этот Telegram уже привязан к другому сотруднику',
  'login.notLinked': 'Telegram не привязался. Откройте приложение из бота заново.',
  'login.telegram': 'Войти через Telegram',
  'login.telegram.once': 'Войдите один раз по почте. Дальше вас узнает Telegram.',
  'login.telegram.expired': 'Вход через Telegram устарел. Откройте приложение из бота заново или войдите по почте.',
  'login.forgot': 'Забыли пароль? Ссылку для входа даст администратор в разделе «Команда». Если администратор вы один, напишите боту /password.',
  'login.invite': 'Нет учётной записи? Попросите у администратора ссылку-приглашение.',
  'register.title': 'Регистрация',
  'register.text': 'Вас пригласили работать с заявками',
  'register.text.owner': 'Первая учётная запись — ваша: остальных пригласите вы',
  'register.name': 'Ваше имя',
  'register.name.missing': 'Напишите имя: его видят коллеги и клиенты.',
  'register.over': 'Приглашение больше не действует: его использовали или оно устарело. Попросите у администратора новое.',
  'register.password': 'Пароль',
  'register.repeat': 'Пароль ещё раз',
  'register.submit': 'Зарегистрироваться',
  'register.login': 'У меня уже есть учётная запись',
  'link.title': 'Новый пароль',
  'link.text': 'Придумайте его, и вы войдёте. На других устройствах сеансы завершатся.',
  'link.password': 'Новый пароль',
  'link.over': 'Эта ссылка больше не действует. Попросите у администратора новую.',
  'link.login': 'Войти по почте',
}

export const loginTexts: Record<Language, Record<keyof typeof en, Text>> = { ru, en }

/** The texts of the login, and those of the first load. */
export const t = translator<Key | keyof typeof en>({
  ru: { ...catalogs.ru, ...ru },
  en: { ...catalogs.en, ...en },
})
